/** What it takes to build read models anew from a log of a million events. */
package dev.parley.bench.projection;
