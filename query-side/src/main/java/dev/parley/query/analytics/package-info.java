/** What analysts read ready-made, and the read models for it. */
package dev.parley.query.analytics;
