/** The web client: its page, its files, and what it must know before anybody has signed in. */
package dev.parley.api.client;
