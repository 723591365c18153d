import { checkGuide, GUIDE_7, guides } from './guides.ts';
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
  versionSent,
} from './negotiate.ts';
import type { Versions } from './negotiate.ts';
import { Refusal, refused } from './messages.ts';
import type { Reply, Request } from './messages.ts';
import type { Body } from './version-chain.ts';

export interface ApiOptions {
  /** Ms since 1970. */
  readonly now: () => number;
  readonly endOf: (version: number) => End | undefined;
}

const HALF_A_DAY = 'public, max-age=43200';

/** `/guides/7` in every version, from one stored shape. */
export class GuidesApi {
  #guide = GUIDE_7;
  /** Counts its writes, in whatever version. */
  #revision = 0;
  readonly #options: ApiOptions;
  readonly #versions: Versions = {
    usual: guides.oldest,
    has: (version) => guides.has(version),
    answers: (version) => {
      const { now, endOf } = this.#options;
      const stage = stageOf(endOf(version), now());
      const isOver = stage === 'gone' || stage === 'brownout';
      return guides.has(version) && !isOver;
    },
  };

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
    const asked = versionAsked(request, this.#versions);
    if (asked === 'not-acceptable')
      throw new Refusal(406, 'not-acceptable', list());
    if (asked === 'unclear')
      throw new Refusal(400, 'which-version', offer());
    const version = asked.version ?? this.#versions.usual;
    if (asked.path !== '/guides/7')
      throw new Refusal(404, 'not-found', offer());
    if (!guides.has(version))
      throw unknown(request.path !== asked.path);
    const ending = this.#ending(version, request);
    const isWrite = request.method === 'PUT';
    const guide = isWrite
      ? this.#written(request, version)
      : this.#guide;
    // Before it is stored: what has no answer is not written.
    const body = guides.answer(guide, version);
    if (isWrite) this.#store(guide);
    return {
      status: 200,
      headers: {
        'content-type': mediaType(version, asked.type),
        etag: this.#tag(version),
        'cache-control': HALF_A_DAY,
        ...ending,
      },
      body,
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

  /** @param version of the answer; the body may name its own */
  #written(request: Request, version: number): Body {
    const { headers, body = {} } = request;
    const named = versionSent(headers, this.#versions);
    if (named === 'unsupported')
      throw new Refusal(415, 'unsupported-type', offer(), {
        accept: allTypes().join(', '),
      });
    const sent = named ?? version;
    this.#ending(sent, request);
    const match = headers['if-match'] ?? '*';
    const tags = match.split(',').map((tag) => tag.trim());
    if (match !== '*' && !tags.includes(this.#tag(version)))
      throw new Refusal(412, 'changed', 'Read it again first.');
    const now = this.#guide;
    return checkGuide(guides.request(body, sent, now));
  }

  #store(guide: Body): void {
    this.#guide = guide;
    this.#revision += 1;
  }

  /** One for each version: RFC 9110, 8.8.3.3. */
  #tag(version: number): string {
    return `"${this.#revision}.v${version}"`;
  }
}

function offer(): string {
  return `There is ${mediaType(guides.current)}.`;
}

/** A path that is not there, or a header that is wrong. */
function unknown(inPath: boolean): Refusal {
  return inPath
    ? new Refusal(404, 'not-found', offer())
    : new Refusal(400, 'unknown-version', offer());
}

function list(): string {
  return `There are ${allTypes().join(' and ')}.`;
}

function allTypes(): string[] {
  const count = guides.current;
  return Array.from({ length: count }, (_, at) =>
    mediaType(at + guides.oldest),
  );
}
