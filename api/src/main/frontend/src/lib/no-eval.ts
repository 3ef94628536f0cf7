import * as z from 'zod/mini';

// Zod's fast path makes functions from text, which the page's policy forbids. It is decided when a schema is made, so
// this comes before all else.
z.config({ jitless: true });
