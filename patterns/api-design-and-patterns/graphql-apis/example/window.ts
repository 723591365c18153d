import { idOf, store } from './documents.ts';
import type { Documents } from './documents.ts';
import { overHttp } from './http.ts';
import type { Endpoint } from './http.ts';
import type { HttpRequest } from './parameters.ts';
import type { SharedCache } from './shared-cache.ts';

/** What the shop's window shows; the same for everybody. */
export const WINDOW = `query Window($id: ID!) {
  product(id: $id) { name stock }
}`;

export const STORED: Documents = store([
  { source: WINDOW, publicForS: 60 },
]);

const accept = 'application/graphql-response+json';
const variables = JSON.stringify({ id: 'p1' });

/** Its text, by POST: no cache can tell two of them apart. */
export const BY_TEXT: HttpRequest = {
  method: 'POST',
  url: '/graphql',
  contentType: 'application/json',
  accept,
  body: `{"query":${JSON.stringify(WINDOW)},"variables":${variables}}`,
};

/** Its hash, by GET: one address for one answer. */
export const BY_HASH: HttpRequest = {
  method: 'GET',
  url: `/graphql?${new URLSearchParams({
    documentId: idOf(WINDOW),
    variables,
  })}`,
  accept,
};

/** Visitors, one after the other, through the cache. */
export async function lookIn(
  endpoint: Endpoint,
  cache: SharedCache,
  request: HttpRequest,
  visitors: number,
): Promise<number> {
  let shown = 0;
  for (let n = 1; n <= visitors; n += 1) {
    const viewer = { name: `visitor ${n}` };
    const { status } = await cache.get(request, (asked) =>
      overHttp(endpoint, viewer, asked),
    );
    if (status === 200) shown += 1;
  }
  return shown;
}
