/** Events and personal data to take away, as lines of JSON. */
package dev.parley.api.export;
