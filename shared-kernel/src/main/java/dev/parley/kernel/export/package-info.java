/** What is taken out of the log. */
package dev.parley.kernel.export;
