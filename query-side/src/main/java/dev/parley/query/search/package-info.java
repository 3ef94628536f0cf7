/** Full-text search in Elasticsearch. */
package dev.parley.query.search;
