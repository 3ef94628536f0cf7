package dev.parley.query;

import dev.parley.kernel.past.AsOf;

/** What people were called at any time. */
public interface PastNames {
    Naming asOf(AsOf asOf);
}
