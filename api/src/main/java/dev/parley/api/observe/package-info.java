/** What whoever runs the place can see of it beside the log: traces, and how the stores are. */
package dev.parley.api.observe;
