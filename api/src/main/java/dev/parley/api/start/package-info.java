/** Starting: what must hold before anything starts, and what is said when it does not, and when it did. */
package dev.parley.api.start;
