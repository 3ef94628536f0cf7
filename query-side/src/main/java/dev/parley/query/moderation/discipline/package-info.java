/** What moderators did about people. */
package dev.parley.query.moderation.discipline;
