import {
  checkGuide,
  GUIDE_7,
  guides,
  Refusal,
} from './guides.ts';
import {
  brownoutAt,
  endHeaders,
  stageOf,
  type End,
} from './lifecycle.ts';
import {
  mediaType,
  SELECTING,
  versionAsked,
} from './negotiate.ts';
import type { Body } from './version-chain.ts';

export interface Request {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: Body;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

export interface ApiOptions {
  /** Ms since 1970. */
  readonly now: () => number;
  readonly endOf: (version: number) => End | undefined;
}

const HALF_A_DAY = 'public, max-age=43200';

/** `/guides/7` in every version, from one stored shape. */
export class GuidesApi {
  #guide = GUIDE_7;
  readonly #options: ApiOptions;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  answer(request: Request): Reply {
    // A version in the path is an address of its own.
    const byPath = /^\/v\d+\//.test(request.path);
    const vary = byPath ? {} : { vary: SELECTING };
    try {
      const { headers, ...rest } = this.#judge(request);
      return { ...rest, headers: { ...headers, ...vary } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refused(error, vary);
    }
  }

  #judge(request: Request): Reply {
    const asked = versionAsked(request);
    if (asked === 'not-acceptable')
      throw new Refusal(406, 'not-acceptable', offer());
    if (asked === 'unclear')
      throw new Refusal(400, 'which-version', offer());
    const version = asked.version ?? guides.oldest;
    if (asked.path !== '/guides/7' || !guides.has(version))
      throw new Refusal(404, 'not-found', offer());
    const ending = this.#ending(version, request);
    if (request.method === 'PUT') this.#write(request, version);
    return {
      status: 200,
      headers: {
        'content-type': mediaType(version),
        'cache-control': HALF_A_DAY,
        ...ending,
      },
      body: guides.answer(this.#guide, version),
    };
  }

  /** @throws {Refusal} 410 where the version is gone, or plays it */
  #ending(
    version: number,
    { path }: Request,
  ): Readonly<Record<string, string>> {
    const { now, endOf } = this.#options;
    const end = endOf(version);
    const stage = stageOf(end, now());
    if (!end || stage === 'current') return {};
    const address = path.replace(/^\/v\d+/, '');
    const said = endHeaders(end, {
      guide: `/changes#v${version + 1}`,
      successor: `/v${version + 1}${address}`,
    });
    if (stage === 'gone')
      throw new Refusal(410, 'version-gone', offer(), said);
    const brownout = brownoutAt(end, now());
    if (!brownout) return said;
    const until = new Date(brownout.to).toUTCString();
    const detail = `A rehearsal of its end, until ${until}.`;
    throw new Refusal(410, 'version-brownout', detail, said);
  }

  #write({ body }: Request, version: number): void {
    const sent = body ?? {};
    const now = this.#guide;
    this.#guide = checkGuide(guides.request(sent, version, now));
  }
}

function offer(): string {
  return `There is ${mediaType(guides.current)}.`;
}

/** Never cached: a 410 is for one version, not for all. */
function refused(
  { status, kind, message, headers }: Refusal,
  vary: Readonly<Record<string, string>>,
): Reply {
  const type = `/problems/${kind}`;
  return {
    status,
    headers: {
      ...headers,
      ...vary,
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    },
    body: { type, status, detail: message },
  };
}
