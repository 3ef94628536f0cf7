/** Reports and the cases that they make, what moderators do about them, and appeals. */
package dev.parley.kernel.moderation;
