import type { HalClient } from './hal-client.ts';
import { pageOf, type Field, type Page } from './hal-page.ts';
import type { Reply } from './http.ts';
import type { Outcome, Screen, Seen } from './screen.ts';

/** The names that are the contract; no addresses, no rules. */
const RELATIONS = 'https://shop.example/rels/';

/** A person who takes the first option that a form has. */
function firstOption({ options }: Field): string {
  return options[0] ?? '';
}

/** Draws the buttons that an answer brings, and no others. */
export class FollowClient implements Screen {
  readonly #client: HalClient;
  readonly #knows: ((button: string) => boolean) | undefined;
  /** The last page of each order that is on the screen. */
  readonly #pages = new WeakMap<Seen, Page>();

  /** @param knows which buttons are drawn; all without it */
  constructor(
    client: HalClient,
    knows?: (button: string) => boolean,
  ) {
    this.#client = client;
    this.#knows = knows;
  }

  async place(): Promise<Outcome> {
    const reply = await this.#client.start((entry) =>
      this.#client.submit(
        entry,
        `${RELATIONS}place`,
        firstOption,
      ),
    );
    return this.#seen(reply);
  }

  async open(id: string): Promise<Outcome> {
    const reply = await this.#client.start((entry) =>
      this.#client.follow(entry, `${RELATIONS}order`, { id }),
    );
    return this.#seen(reply);
  }

  async press(seen: Seen, button: string): Promise<Outcome> {
    const page = this.#pages.get(seen);
    if (!page) throw new TypeError('not from this screen');
    const rel = `${RELATIONS}${button}`;
    return this.#seen(
      await this.#client.submit(page, rel, firstOption),
    );
  }

  #seen(reply: Reply): Outcome {
    const { status } = reply;
    if (status >= 400) return { status, seen: undefined };
    const page = pageOf(reply);
    const buttons = page.controls
      .map(({ rel }) => rel.slice(RELATIONS.length))
      .filter((button) => this.#knows?.(button) ?? true);
    const seen = { id: String(page.data['id']), buttons };
    this.#pages.set(seen, page);
    return { status, seen };
  }
}
