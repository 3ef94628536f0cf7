/** Many people deal with each other at random; what is shown to them afterwards is compared with a recount of the log. */
package dev.parley.load.people;
