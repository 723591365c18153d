import { idOf, overHttp, store } from './http.ts';
import type {
  Documents,
  Endpoint,
  HttpAnswer,
  HttpRequest,
} from './http.ts';

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

interface Kept {
  readonly answer: HttpAnswer;
  readonly untilMs: number;
}

/**
 * A CDN, as far as this page needs one: it keeps what is public,
 * by address, and knows nothing of GraphQL or of who asks.
 */
export class SharedCache {
  hits = 0;
  readonly #most: number;
  readonly #clock: { now(): number };
  readonly #kept = new Map<string, Kept>();

  /** @param most answers; the oldest makes room */
  constructor(clock: { now(): number }, most = 1_000) {
    this.#clock = clock;
    this.#most = most;
  }

  async get(
    request: HttpRequest,
    ask: (request: HttpRequest) => Promise<HttpAnswer>,
  ): Promise<HttpAnswer> {
    const { method, url, accept = '' } = request;
    const key = `${url} ${accept}`; // Vary: accept
    const kept = this.#kept.get(key);
    if (method === 'GET' && kept) {
      if (this.#clock.now() < kept.untilMs) {
        this.hits += 1;
        return kept.answer;
      }
      this.#kept.delete(key);
    }
    const answer = await ask(request);
    const said = answer.headers['cache-control'] ?? '';
    const age = /^public, max-age=(\d+)$/.exec(said)?.[1];
    if (method === 'GET' && age !== undefined) {
      const untilMs = this.#clock.now() + Number(age) * 1000;
      this.#kept.set(key, { answer, untilMs });
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined && this.#kept.size > this.#most)
        this.#kept.delete(oldest);
    }
    return answer;
  }
}
