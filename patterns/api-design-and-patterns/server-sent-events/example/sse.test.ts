import assert from 'node:assert/strict';
import { getEventListeners, once } from 'node:events';
import { createServer, get } from 'node:http';
import type {
  IncomingMessage,
  OutgoingHttpHeaders,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { Random, VirtualClock, World } from '#lab';
import {
  EventStreamParser,
  format,
  formatRetry,
  HEARTBEAT,
} from './event-stream.ts';
import type { Message } from './event-stream.ts';
import { Feed } from './feed.ts';
import type { FeedOptions } from './feed.ts';
import { keepAlive, serveFeed } from './http-feed.ts';
import { AS_EVENT_SOURCE, PATIENT, readFeed } from './reader.ts';
import type { Answer, ReaderOptions } from './reader.ts';
import { ReplayLog } from './replay-log.ts';
import { resumable } from './servers.ts';
import { Warehouse } from './warehouse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const dataOf = (messages: readonly Message[]) =>
  messages.map(({ data }) => data);

/** What a reader gets of one stream, and what it keeps. */
function read(text: string, lastEventId = '') {
  const parser = new EventStreamParser(lastEventId);
  const messages = parser.push(bytes(text));
  return { messages, parser, data: dataOf(messages) };
}

describe('a stream is read: HTML, 9.2.6', () => {
  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const)
    it(`with ${name} at the end of lines`, () => {
      const lines = [
        'id: 7',
        'event: paid',
        'data: a',
        'data: b',
        '',
      ];
      const { messages } = read(lines.join(end) + end);
      assert.deepEqual(messages, [
        { event: 'paid', data: 'a\nb', lastEventId: '7' },
      ]);
    });

  it('the same wherever it is cut', () => {
    const text =
      '\uFEFFdata: é🧺\r\ndata:b\r\r\nid: 1\n\ndata\n\n';
    const all = bytes(text);
    const whole = new EventStreamParser().push(all);
    assert.deepEqual(dataOf(whole), ['é🧺\nb', '']);
    for (let at = 0; at <= all.length; at++)
      for (let to = at; to <= all.length; to++) {
        const parser = new EventStreamParser();
        const parts = [
          all.subarray(0, at),
          all.subarray(at, to),
          all.subarray(to),
        ].flatMap((part) => parser.push(part));
        assert.deepEqual(parts, whole, `cut at ${at} and ${to}`);
      }
  });

  for (const [what, text, data] of [
    ['one BOM is taken away', '\uFEFFdata: a\n\n', ['a']],
    [
      'a second BOM is part of a name',
      '\uFEFF\uFEFFdata: a\n\n',
      [],
    ],
    [
      'one space is taken away',
      'data:  a\n\ndata:b\n\n',
      [' a', 'b'],
    ],
    [
      'a field may have no colon',
      'data\n\ndata\ndata\n\n',
      ['', '\n'],
    ],
    ['a value may have colons', 'data: a:b: c\n\n', ['a:b: c']],
    ['comments are left out', ': a\ndata: b\n:\n\n', ['b']],
    ['other fields are left out', 'price: 1\ndata: b\n\n', ['b']],
    ['names are lower case', 'DATA: a\ndata: b\n\n', ['b']],
    ['names have no space', ' data: a\ndata : b\n\n', []],
    ['an event without data is none', 'event: a\nid: 1\n\n', []],
    [
      'what has no blank line is not sent',
      'data: a\n\ndata: b\n',
      ['a'],
    ],
  ] as const)
    it(what, () => {
      assert.deepEqual(read(text).data, data);
    });

  it('a type is for one event', () => {
    const { messages } = read('event: a\n\ndata: 1\n\n');
    assert.equal(messages[0]?.event, 'message');
  });

  it('an id stays until the next one', () => {
    const text =
      'id: 1\ndata: a\n\ndata: b\n\nid: 2\ndata: c\n\n';
    const ids = read(text).messages.map((one) => one.lastEventId);
    assert.deepEqual(ids, ['1', '1', '2']);
  });

  it('an id without a value takes it back', () => {
    const { parser } = read('id: 1\ndata: a\n\nid\n\n');
    assert.equal(parser.lastEventId, '');
  });

  it('an id with NUL is no id', () => {
    const { parser } = read('id: 1\n\nid: 2\0\n\n');
    assert.equal(parser.lastEventId, '1');
  });

  it('an id counts from its blank line on', () => {
    const { parser } = read('id: 1\ndata: a\n\nid: 2\ndata: b\n');
    assert.equal(parser.lastEventId, '1');
    parser.push(bytes('\n'));
    assert.equal(parser.lastEventId, '2');
  });

  it('an id of the stream before stays', () => {
    assert.equal(
      read('data: a\n\n', '7').messages[0]?.lastEventId,
      '7',
    );
  });

  it('retry is digits and nothing else', () => {
    const { parser } = read(
      'retry: 1500\nretry: 1.5\nretry: -1\nretry\n',
    );
    assert.equal(parser.retryMs, 1500);
  });

  it('an event has a largest size', () => {
    const parser = new EventStreamParser('', 10);
    parser.push(bytes('data: 123456\n\n'));
    parser.push(bytes('data: 1'));
    const more = () => parser.push(bytes('2345'));
    assert.throws(more, RangeError);
  });
});

describe('a stream is written', () => {
  for (const data of [
    '',
    'a',
    ' a',
    'a\nb',
    '\n',
    ':',
    'é🧺',
    '[1]',
  ])
    it(`so that ${JSON.stringify(data)} is read as it was`, () => {
      const text = format({ id: 'a.1', event: 'order', data });
      assert.deepEqual(read(text).messages, [
        { event: 'order', data, lastEventId: 'a.1' },
      ]);
    });

  it('with one kind of line end, since readers keep no other', () => {
    assert.deepEqual(read(format({ data: 'a\r\nb\rc' })).data, [
      'a\nb\nc',
    ]);
  });

  it('and nobody can add a field by an id or a type', () => {
    for (const bad of ['1\ndata: x', '1\r', '1\0'])
      for (const field of ['id', 'event'])
        assert.throws(
          () => format({ [field]: bad, data: '' }),
          TypeError,
        );
  });

  it('retry is whole milliseconds', () => {
    assert.equal(read(formatRetry(2500)).parser.retryMs, 2500);
    for (const bad of [1.5, -1, Infinity, NaN])
      assert.throws(() => formatRetry(bad), TypeError);
  });
});

describe('a log', () => {
  const log = new ReplayLog('a', 3);
  for (let n = 1; n <= 5; n++) log.add(`order ${n}`);

  it('gives what follows, one by one', () => {
    assert.deepEqual(log.after('a.2'), {
      id: 'a.3',
      data: 'order 3',
    });
    assert.deepEqual(log.after('a.4'), {
      id: 'a.5',
      data: 'order 5',
    });
    assert.equal(log.after('a.5'), 'latest');
  });

  for (const id of [
    '',
    'a.1',
    'b.4',
    'a.6',
    'a.',
    'a.4.5',
    'a.04',
    'a.-1',
  ])
    it(`does not know what follows "${id}"`, () => {
      assert.equal(log.after(id), 'gone');
    });
});

/** A sink that is full when a test says so. */
class Page {
  readonly parser = new EventStreamParser();
  readonly got: string[] = [];
  readonly texts: string[] = [];
  hasRoom = true;
  isEnded = false;
  #drain: (() => void) | undefined;

  write(text: string): boolean {
    this.texts.push(text);
    for (const { event, data } of this.parser.push(bytes(text)))
      this.got.push(
        event === 'message' ? data : `${event} ${data}`,
      );
    return this.hasRoom;
  }

  once(_event: 'drain', go: () => void): void {
    this.#drain = go;
  }

  end(): void {
    this.isEnded = true;
  }

  drain(): void {
    this.hasRoom = true;
    this.#drain?.();
  }
}

function setUp(options: Partial<FeedOptions> = {}) {
  const errors: unknown[] = [];
  const feed = new Feed({
    log: new ReplayLog('a', 3),
    snapshot: async () => 'all',
    retryMs: () => 2_000.4,
    onError: (error) => errors.push(error),
    ...options,
  });
  const join = (id: string, page = new Page()) => {
    const leave = feed.join(page, id);
    return { page, leave };
  };
  const publish = (...orders: string[]) =>
    orders.forEach((order) => feed.publish(order));
  return { feed, errors, join, publish };
}

const turn = () => new Promise((done) => setImmediate(done));

describe('a feed', () => {
  it('gives a new reader all there is, and then what comes', async () => {
    const { join, publish } = setUp();
    publish('1');
    const { page } = join('');
    await turn();
    publish('2');
    assert.deepEqual(page.got, ['snapshot all', '2']);
    assert.equal(page.parser.lastEventId, 'a.2');
    assert.equal(page.parser.retryMs, 2000);
  });

  it('gives who was away what was missed, and no more', () => {
    const { join, publish } = setUp();
    publish('1', '2', '3', '4');
    const { page } = join('a.2');
    assert.deepEqual(page.got, ['3', '4']);
  });

  it('gives who was away too long all there is', async () => {
    const { join, publish } = setUp();
    publish('1', '2', '3', '4', '5');
    const { page } = join('a.1');
    await turn();
    assert.deepEqual(page.got, ['snapshot all']);
    assert.equal(page.parser.lastEventId, 'a.5');
  });

  it('does not take the ids of another log for its own', async () => {
    const { join, publish } = setUp();
    publish('1', '2', '3');
    const { page } = join('b.2');
    await turn();
    assert.deepEqual(page.got, ['snapshot all']);
  });

  it('loses nothing that comes while a snapshot is made', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { join, publish } = setUp({ snapshot: () => promise });
    const { page } = join('');
    publish('1');
    resolve('all');
    await turn();
    assert.deepEqual(page.got, ['snapshot all', '1']);
  });

  it('writes nothing into a full sink, and all after it', () => {
    const { feed, join, publish } = setUp();
    const { page } = join('a.0');
    page.hasRoom = false;
    publish('1', '2', '3');
    feed.beat();
    assert.deepEqual(page.got, ['1']);
    page.drain();
    assert.deepEqual(page.got, ['1', '2', '3']);
    assert.equal(feed.written.late, 2);
  });

  it('keeps no more for a slow reader than for all', async () => {
    const { join, publish } = setUp();
    const { page } = join('a.0');
    page.hasRoom = false;
    publish('1', '2', '3', '4', '5');
    page.drain();
    await turn();
    assert.deepEqual(page.got, ['1', 'snapshot all']);
  });

  it('loads again what was too old when it came', async () => {
    let made = 0;
    const { join, publish } = setUp({
      snapshot: async () => {
        made += 1;
        if (made < 3) publish('1', '2', '3', '4');
        return `all ${made}`;
      },
    });
    const { page } = join('');
    await turn();
    const all = [1, 2, 3].map((n) => `snapshot all ${n}`);
    assert.deepEqual(page.got, all);
  });

  it('ends a stream whose snapshot fails', async () => {
    const fails = () => Promise.reject(new Error('no database'));
    const { errors, join, publish } = setUp({ snapshot: fails });
    const { page } = join('');
    await turn();
    publish('1');
    assert.equal(page.isEnded, true);
    assert.equal(errors.length, 1);
    assert.deepEqual(page.got, []);
  });

  it('writes nothing to who has left', async () => {
    const { feed, join, publish } = setUp();
    const { page, leave } = join('');
    leave();
    await turn();
    publish('1');
    feed.beat();
    assert.deepEqual(page.got, []);
  });

  it('beats in a comment that nobody hears', () => {
    const { feed, join } = setUp();
    const { page } = join('a.0');
    feed.beat();
    assert.equal(page.texts.at(-1), HEARTBEAT);
    assert.deepEqual(page.got, []);
  });

  it('beats while a snapshot is made, and not into a full sink', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { feed, join } = setUp({ snapshot: () => promise });
    const [waits, full] = [join('').page, new Page()];
    full.hasRoom = false;
    join('', full);
    feed.beat();
    resolve('all');
    await turn();
    const heard = ({ texts }: Page) => texts.includes(HEARTBEAT);
    assert.equal(heard(waits), true);
    assert.equal(heard(full), false);
    assert.deepEqual(waits.got, ['snapshot all']);
  });

  it('keeps no snapshot for who is full, and makes another', async () => {
    let made = 0;
    const made1 = Promise.withResolvers<string>();
    const snapshot = () =>
      made++ === 0 ? made1.promise : Promise.resolve('newer');
    const { feed, join } = setUp({ snapshot });
    const { page } = join('');
    page.hasRoom = false;
    feed.beat();
    made1.resolve('all');
    await turn();
    assert.deepEqual(page.got, []);
    page.drain();
    await turn();
    assert.deepEqual(page.got, ['snapshot newer']);
  });

  it('ends who comes after it has closed', async () => {
    const { feed, join } = setUp();
    feed.close();
    const { page } = join('');
    await turn();
    assert.equal(page.isEnded, true);
    assert.equal(page.parser.retryMs, 2000);
    assert.deepEqual(page.got, []);
  });

  it('ends all streams when it closes', () => {
    const { feed, join } = setUp();
    const pages = [join('a.0'), join('a.0')];
    feed.close();
    assert.ok(pages.every(({ page }) => page.isEnded));
  });

  it('beats until the signal, and leaves no timer', async () => {
    const clock = new VirtualClock();
    const { feed, join } = setUp();
    const { page } = join('a.0');
    const end = new AbortController();
    await clock.run(async () => {
      clock.setTimer(3_500, () => end.abort());
      await keepAlive(
        feed,
        { clock, everyMs: 1_000 },
        end.signal,
      );
    });
    const beats = page.texts.filter((text) => text === HEARTBEAT);
    assert.equal(beats.length, 3);
    assert.equal(clock.pending, 0);
  });
});

const feedOf = (...texts: string[]): Answer => ({
  status: 200,
  type: 'text/event-stream; charset=utf-8',
  body: new ReadableStream({
    start: (to) => {
      for (const text of texts) to.enqueue(bytes(text));
      to.close();
    },
  }),
});
const silent = (): Answer => ({
  ...feedOf(),
  body: new ReadableStream(),
});
const html = (status: number): Answer => ({
  status,
  type: 'text/html',
  body: null,
});

/** Reads what answers there are; an `Error` is no answer. */
async function readAll(
  answers: (Answer | Error)[],
  options: Partial<ReaderOptions> = AS_EVENT_SOURCE,
) {
  const clock = new VirtualClock();
  const { signal } = new AbortController();
  const tries: [number, string][] = [];
  const got: string[] = [];
  const ended = await clock.run(() =>
    readFeed(
      {
        clock,
        open: async (id) => {
          tries.push([clock.now(), id]);
          const answer = answers[tries.length - 1] ?? html(204);
          if (answer instanceof Error) throw answer;
          return answer;
        },
        onMessage: ({ data }) => got.push(data),
        ...AS_EVENT_SOURCE,
        ...options,
      },
      signal,
    ),
  );
  const listeners = getEventListeners(signal, 'abort').length;
  return { ended, tries, got, listeners, timers: clock.pending };
}

describe('a reader', () => {
  it('comes back with the last id, after the time it was told', async () => {
    const first = 'retry: 500\nid: a.1\ndata: 1\n\n';
    const { ended, tries, got, listeners } = await readAll([
      feedOf(first),
      new Error('no network'),
      feedOf('data: 2\n\n'),
    ]);
    assert.deepEqual(got, ['1', '2']);
    assert.deepEqual(tries, [
      [0, ''],
      [500, 'a.1'],
      [1000, 'a.1'],
      [1500, 'a.1'],
    ]);
    assert.equal(ended, 204);
    assert.equal(listeners, 0);
  });

  it('comes back after a body that breaks', async () => {
    const broken: Answer = {
      ...feedOf(),
      body: new ReadableStream({
        pull: () => Promise.reject(new Error('reset')),
      }),
    };
    const { tries } = await readAll([broken]);
    assert.deepEqual(tries, [
      [0, ''],
      [3000, ''],
    ]);
  });

  for (const status of [204, 301, 400, 403, 500, 502, 503])
    it(`like a browser is ended by ${status}`, async () => {
      const { ended, tries } = await readAll([html(status)]);
      assert.equal(ended, status);
      assert.equal(tries.length, 1);
    });

  it('like a browser is ended by another type', async () => {
    const page = { ...feedOf('data: 1\n\n'), type: 'text/html' };
    const { ended, got } = await readAll([page]);
    assert.equal(ended, 200);
    assert.deepEqual(got, []);
  });

  it('with patience tries again, ever later', async () => {
    const answers = [502, 503, 429].map(html);
    const { ended, tries } = await readAll(answers, PATIENT);
    assert.deepEqual(
      tries.map(([atMs]) => atMs),
      [0, 3_000, 9_000, 21_000],
    );
    assert.equal(ended, 204);
    for (const status of [204, 401, 403, 404])
      assert.equal(PATIENT.tryAgain(status), false);
    assert.equal(PATIENT.waitMs(3_000, 30), 60_000);
  });

  it('takes silence for the end', async () => {
    const options = { silenceMs: 5_000 };
    const { tries, timers } = await readAll([silent()], options);
    assert.deepEqual(tries[1], [8_000, '']);
    assert.equal(timers, 0);
  });

  it('comes back after a refusal whose body breaks', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start: (to) => to.error(new Error('reset')),
    });
    const refusal = { ...html(503), body: broken };
    const { tries } = await readAll([refusal], PATIENT);
    assert.equal(tries.length, 2);
  });

  it('without that waits for ever', async () => {
    await assert.rejects(readAll([silent()]), /deadlock/);
  });

  it('throws what its own code throws, and hangs up', async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (to) => to.enqueue(bytes('data: 1\n\n')),
      cancel: () => {
        isCancelled = true;
      },
    });
    const onMessage = () => {
      throw new Error('a bug');
    };
    const reading = readAll([{ ...feedOf(), body }], {
      onMessage,
    });
    await assert.rejects(reading, /a bug/);
    assert.equal(isCancelled, true);
  });

  for (const [when, answer] of [
    ['it reads', silent()],
    ['it waits', new Error('no network')],
  ] as const)
    it(`stops by its signal while ${when}`, async () => {
      const clock = new VirtualClock();
      const end = new AbortController();
      const open = async () => {
        if (answer instanceof Error) throw answer;
        return answer;
      };
      const options = { ...AS_EVENT_SOURCE, clock, open };
      await assert.rejects(
        clock.run(() => {
          clock.setTimer(1_000, () => end.abort());
          const reading = { ...options, onMessage: () => {} };
          return readFeed(
            { ...reading, silenceMs: 9_000 },
            end.signal,
          );
        }),
        { name: 'AbortError' },
      );
      assert.equal(clock.now(), 1_000);
      assert.equal(clock.pending, 0);
    });
});

describe('a reader whose signal aborts while it connects', () => {
  it('hangs up on the answer that comes all the same', async () => {
    const clock = new VirtualClock();
    const end = new AbortController();
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      cancel: () => {
        isCancelled = true;
      },
    });
    const open = async () => {
      await clock.sleep(1_000);
      return { ...silent(), body };
    };
    const reading = clock.run(() => {
      clock.setTimer(500, () => end.abort());
      return readFeed(
        { ...AS_EVENT_SOURCE, clock, open, onMessage: () => {} },
        end.signal,
      );
    });
    await assert.rejects(reading, { name: 'AbortError' });
    assert.equal(isCancelled, true);
    assert.equal(clock.now(), 1_000);
  });
});

describe('a server that is replaced', () => {
  it('leaves no timer, and no listener', async () => {
    const clock = new VirtualClock();
    const world = new World('test', clock, new Random(1));
    const { signal } = new AbortController();
    const { start } = resumable(new Warehouse(world));
    await clock.run(async () => {
      start(signal).close();
      await turn();
      assert.equal(clock.pending, 0);
    });
    const left = getEventListeners(signal, 'abort').length;
    assert.equal(left, 0);
  });
});

/**
 * Serves a feed over HTTP until the test ends, in whatever way:
 * a server that stays open keeps the whole file from ending.
 */
async function serving(
  test: TestContext,
  mayRead = true,
): Promise<ReturnType<typeof setUp> & { ask: Ask }> {
  const parts = setUp();
  const server = createServer(
    serveFeed(parts.feed, () => mayRead),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  const ask: Ask = async (path, headers = {}, method = 'GET') => {
    const host = '127.0.0.1';
    const to = { host, port, path, headers, method };
    const asked = get({ ...to, agent: false });
    const [answer] = await once(asked, 'response');
    return answer as IncomingMessage;
  };
  return { ...parts, ask };
}
type Ask = (
  path: string,
  headers?: OutgoingHttpHeaders,
  method?: string,
) => Promise<IncomingMessage>;

/** Reads until so many events have come. */
async function take(
  answer: IncomingMessage,
  count: number,
): Promise<string[]> {
  const parser = new EventStreamParser();
  const got: string[] = [];
  for await (const part of answer) {
    got.push(...dataOf(parser.push(part as Buffer)));
    if (got.length >= count) break;
  }
  return got;
}

/** A request that is never answered fails, and says which. */
const inTime = { timeout: 30_000 };

describe('over HTTP', () => {
  it(
    'says to everybody on the way what it is',
    inTime,
    async (t) => {
      const { ask } = await serving(t);
      const { statusCode, headers } = await ask('/feed');
      assert.equal(statusCode, 200);
      assert.equal(headers['content-type'], 'text/event-stream');
      assert.equal(
        headers['cache-control'],
        'no-store, no-transform',
      );
      assert.equal(headers['x-accel-buffering'], 'no');
      assert.equal(headers['content-length'], undefined);
    },
  );

  it('goes on after Last-Event-ID', inTime, async (t) => {
    const { ask, publish } = await serving(t);
    publish('1', '2', '3');
    const answer = await ask('/feed', { 'last-event-id': 'a.1' });
    assert.deepEqual(await take(answer, 2), ['2', '3']);
  });

  it(
    'goes on after an id in the URL, and the header wins',
    inTime,
    async (t) => {
      const { ask, publish } = await serving(t);
      publish('1', '2', '3');
      const path = '/feed?last-event-id=a.1';
      const first = await ask(path);
      assert.deepEqual(await take(first, 2), ['2', '3']);
      const later = await ask(path, { 'last-event-id': 'a.2' });
      assert.deepEqual(await take(later, 1), ['3']);
    },
  );

  it('sends what is published meanwhile', inTime, async (t) => {
    const { ask, publish } = await serving(t);
    const answer = await ask('/feed', { 'last-event-id': 'a.0' });
    publish('1');
    assert.deepEqual(await take(answer, 1), ['1']);
  });

  it('forgets a reader who has hung up', inTime, async (t) => {
    const { ask, feed } = await serving(t);
    const answer = await ask('/feed', { 'last-event-id': 'a.0' });
    assert.equal(feed.streams, 1);
    answer.destroy();
    while (feed.streams > 0) await turn();
  });

  it('answers a path that is no URL', inTime, async (t) => {
    const { ask } = await serving(t);
    assert.equal((await ask('//')).statusCode, 200);
  });

  it(
    'answers HEAD, and opens no stream for it',
    inTime,
    async (t) => {
      const { ask, feed } = await serving(t);
      const answer = await ask('/feed', {}, 'HEAD');
      assert.equal(answer.statusCode, 200);
      const type = answer.headers['content-type'];
      assert.equal(type, 'text/event-stream');
      assert.equal(feed.streams, 0);
    },
  );

  it(
    'says 204 to who should not come back',
    inTime,
    async (t) => {
      const { ask } = await serving(t, false);
      assert.equal((await ask('/feed')).statusCode, 204);
    },
  );

  it('refuses other methods', inTime, async (t) => {
    const { ask } = await serving(t);
    const answer = await ask('/feed', {}, 'DELETE');
    assert.equal(answer.statusCode, 405);
    assert.equal(answer.headers.allow, 'GET, HEAD');
  });
});
