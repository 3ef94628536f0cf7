/** Ready-made reports for analysts, and the page that draws them. */
package dev.parley.api.analytics;
