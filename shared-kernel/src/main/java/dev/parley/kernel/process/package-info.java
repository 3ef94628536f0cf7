/** Child processes: servers that run beside ours on the same machine, and never outlive it. */
package dev.parley.kernel.process;
