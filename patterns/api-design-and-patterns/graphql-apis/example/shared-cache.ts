import type { HttpAnswer } from './http.ts';
import type { HttpRequest } from './parameters.ts';

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
