/** The log as it stood at some time. */
package dev.parley.kernel.past;
