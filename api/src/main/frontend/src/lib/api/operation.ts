import type { paths } from '@/types/api';

/** What the API's document says of its operations, as types of what a request is made of. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];

type OperationOf<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;

type InPath<O> = O extends { parameters: { path: infer V } } ? { path: V } : { path?: never };
/** Any of the parameters; what the document gives no type of its own is a word. */
type InQuery<O> = O extends { parameters: { query?: infer V } }
  ? { query?: { [K in keyof V]?: V[K] | string | null } }
  : { query?: never };
type InBody<O> = O extends { requestBody: { content: { 'application/json': infer V } } }
  ? { body: V }
  : O extends { requestBody?: { content: { 'application/json': infer V } } }
    ? { body?: V }
    : { body?: never };

export type RequestTo<P extends keyof paths, M extends Method> = InPath<OperationOf<P, M>> &
  InQuery<OperationOf<P, M>> &
  InBody<OperationOf<P, M>>;

type Parameters = Readonly<Record<string, unknown>>;

/** The address of a template such as `/api/chat/{roomId}`; what is undefined, null or empty is left out of the query. */
export function address(template: string, path: Parameters = {}, query: Parameters = {}): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const search = new URLSearchParams();
  Object.entries(query).forEach(([name, value]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    values
      .filter((each) => each !== undefined && each !== null && each !== '')
      .forEach((each) => search.append(name, String(each)));
  });
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}
