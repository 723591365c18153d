import { expand, HAL, HAL_FORMS, pageOf } from './hal-page.ts';
import type { Control, Field, Page } from './hal-page.ts';
import type { Ask, Reply, Send } from './http.ts';

/** It was not offered, so it is not asked for. */
export class NotOfferedError extends Error {
  override readonly name = 'NotOfferedError';
}

/** A link to another host, which must not see our token. */
export class ForeignLinkError extends Error {
  override readonly name = 'ForeignLinkError';
}

/** Nothing takes this request here, so nothing was done. */
const GONE: readonly number[] = [404, 405, 410];

/** What is filled in goes into the query (HAL-FORMS). */
const BODILESS: readonly string[] = ['GET', 'HEAD', 'DELETE'];

export interface HalClientOptions {
  /** The only address that is built in. */
  readonly entry: URL;
  readonly send: Send;
  readonly clock: { now(): number };
}

/** Knows one address and some relations; the rest it is told. */
export class HalClient {
  readonly #options: HalClientOptions;
  #kept: { page: Page; staleAtMs: number } | undefined;

  constructor(options: HalClientOptions) {
    this.#options = options;
  }

  /**
   * Starts at the entry. Where a kept copy of it leads to an
   * address that is gone, or lacks what is looked for, it is read
   * anew and used once more: nothing has been done until then.
   * @param use makes one request, since it may be called twice
   */
  async start(
    use: (entry: Page) => Promise<Reply>,
  ): Promise<Reply> {
    const kept = this.#kept;
    if (kept && this.#options.clock.now() < kept.staleAtMs) {
      const reply = await use(kept.page).catch(unlessNotOffered);
      if (reply && !GONE.includes(reply.status)) return reply;
    }
    return use(await this.#enter());
  }

  /** @throws {NotOfferedError} where there is no such link */
  async follow(
    page: Page,
    rel: string,
    variables: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const target = page.links.get(rel.toLowerCase());
    if (target === undefined) throw new NotOfferedError(rel);
    const url = this.#resolve(expand(target, variables), page);
    return this.#send({ method: 'GET', url, rel });
  }

  /**
   * Sends a form, with what `fill` says for each field.
   * @throws {NotOfferedError} where there is no such form
   */
  async submit(
    page: Page,
    rel: string,
    fill: (field: Field) => string,
  ): Promise<Reply> {
    const control = controlOf(page, rel);
    if (!control) throw new NotOfferedError(rel);
    const { method, target, fields } = control;
    const url = this.#resolve(target, page);
    const filled = fields.map(
      (one) => [one.name, fill(one)] as [string, string],
    );
    if (BODILESS.includes(method.toUpperCase())) {
      if (filled.length > 0)
        url.search = `${new URLSearchParams(filled)}`;
      return this.#send({ method, url, rel });
    }
    const body: unknown = Object.fromEntries(filled);
    return this.#send({ method, url, rel, body });
  }

  /** @throws {Error} where there is no entry to be had */
  async #enter(): Promise<Page> {
    const { entry: url, clock } = this.#options;
    const sentMs = clock.now();
    const ask = { method: 'GET', url, rel: 'entry' };
    const reply = await this.#send(ask);
    if (reply.status !== 200) {
      throw new Error(`the entry answers ${reply.status}`);
    }
    const page = pageOf(reply);
    const caching = reply.headers['cache-control'] ?? '';
    const usable = !/no-(cache|store)/.test(caching);
    const age = /max-age=(\d+)/.exec(caching)?.[1];
    const maxAgeS = usable ? Number(age ?? 0) : 0;
    this.#kept = { page, staleAtMs: sentMs + maxAgeS * 1000 };
    return page;
  }

  #resolve(href: string, page: Page): URL {
    const url = new URL(href, page.url);
    if (url.origin === this.#options.entry.origin) return url;
    throw new ForeignLinkError(url.href);
  }

  #send(ask: Omit<Ask, 'accept'>): Promise<Reply> {
    const accept = `${HAL_FORMS}, ${HAL}`;
    return this.#options.send({ ...ask, accept });
  }
}

function controlOf(page: Page, rel: string): Control | undefined {
  const name = rel.toLowerCase();
  return page.controls.find((one) => one.rel === name);
}

function unlessNotOffered(error: unknown): undefined {
  if (error instanceof NotOfferedError) return undefined;
  throw error;
}
