/** What a text says against the rules, found without a person reading it: see docs/detection.md. */
package dev.parley.kernel.detection;
