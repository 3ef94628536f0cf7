/** What people are told on their own streams, kept for those who come back. */
package dev.parley.query.notice;
