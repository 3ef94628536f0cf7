import * as z from 'zod/mini';

/** How people appear everywhere. Of somebody who was erased the name is not there any more. */
export const personSchema = z.object({ id: z.string(), username: z.string() });

export type PersonRef = z.infer<typeof personSchema>;
