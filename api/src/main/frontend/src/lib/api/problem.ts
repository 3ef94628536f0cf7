import * as z from 'zod/mini';

const TYPES = 'https://parley.dev/problems/';

/** Names of what is said to whoever comes with a token that is no longer good. */
export const TOKEN_ENDED = ['unauthenticated', 'invalid-token'];

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  pointer: z.optional(z.string()),
  until: z.optional(z.string()),
  retry_after: z.optional(z.number()),
  instance: z.optional(z.string()),
});

/** What an RFC 9457 problem says; `name` is the stable name of the rule, such as `flood`. */
export interface Problem {
  name: string;
  status: number;
  detail: string;
  pointer?: string | undefined;
  until?: string | undefined;
  /** seconds */
  retryAfter?: number | undefined;
  instance?: string | undefined;
}

/** The server refused, and said why. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly problem: Problem) {
    super(`${problem.name}: ${problem.detail}`);
  }
}

/** No answer came: the network or the server is away, and nobody knows whether the request was carried out. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Whether another try may pass: a rule's refusal stays one; stores that are away, and networks, come back. */
export function comesBack(error: unknown): boolean {
  return error instanceof NoAnswer || (error instanceof Refusal && error.problem.status === 503);
}

/** Whether the server said that what was asked is not carried out. After bugs and without an answer it may be. */
export function isDecided(error: unknown): boolean {
  return error instanceof Refusal && error.problem.status < 500;
}

export function toProblem(body: unknown): Problem | undefined {
  const parsed = problemSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { type, status, detail, pointer, until, retry_after: retryAfter, instance } = parsed.data;
  return { name: type.replace(TYPES, ''), status, detail, pointer, until, retryAfter, instance };
}

/** The refusal that an answer of 400 or more stands for. Where a proxy has put something else there: `internal-error`. */
export async function toRefusal(answer: Response): Promise<Refusal> {
  const body: unknown = await answer.json().catch(() => undefined);
  const fallback = { name: 'internal-error', status: answer.status, detail: answer.statusText };
  return new Refusal(toProblem(body) ?? fallback);
}

export function isRefusal(error: unknown, ...names: string[]): error is Refusal {
  return error instanceof Refusal && (names.length === 0 || names.includes(error.problem.name));
}
