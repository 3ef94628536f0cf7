/** What becomes of the texts of people who are erased, and how far that is. */
package dev.parley.query.erasure;
