import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { VirtualClock } from '#lab';
import { ChatNode } from './chat-node.ts';
import { serveChat, Tickets } from './chat-server.ts';
import { knock } from './handshakes.ts';
import { Member, NoSessionError, type Events } from './member.ts';
import {
  BadMessageError,
  CLOSE,
  nextAfter,
  readFromMember,
  type FromMember,
  type FromNode,
} from './protocol.ts';
import { Delivery, RoomLog, type Socket } from './room-log.ts';

const ANN = { name: 'Ann', page: 'p1' };

function logOf(keep: number, words = 0): RoomLog {
  const log = new RoomLog({ keep, keepPages: 100 });
  for (let n = 1; n <= words; n++) log.append(ANN, n, `w${n}`);
  return log;
}

/** A connection that takes all, or waits to be written out. */
class FakeSocket implements Socket {
  readonly told: FromNode[] = [];
  readonly #waiting: (() => void)[] = [];
  bufferedAmount = 0;
  isSlow = false;
  closed: number | 'terminated' | undefined;

  send(text: string, written: () => void): void {
    this.told.push(JSON.parse(text));
    if (!this.isSlow) return void queueMicrotask(written);
    this.bufferedAmount += text.length;
    this.#waiting.push(() => {
      this.bufferedAmount -= text.length;
      written();
    });
  }

  /** The oldest that waits is written out. */
  writeOut(): void {
    this.#waiting.shift()?.();
  }

  close(code: number): void {
    this.closed ??= code;
  }

  terminate(): void {
    this.closed ??= 'terminated';
  }

  get texts(): string[] {
    return this.told.flatMap((one) =>
      one.type === 'messages'
        ? one.messages.map((m) => m.text)
        : [],
    );
  }

  count(type: FromNode['type']): number {
    return this.told.filter((one) => one.type === type).length;
  }
}

describe('messages', () => {
  it('reads what members send', () => {
    const all: FromMember[] = [
      { type: 'hello', page: 'p', after: 0 },
      { type: 'say', count: 1, text: 'hi' },
      { type: 'pong' },
    ];
    for (const one of all)
      assert.deepEqual(readFromMember(JSON.stringify(one)), one);
  });

  for (const json of [
    '',
    'null',
    '[]',
    '{"type":"shout"}',
    '{"type":"hello","page":"p","after":-1}',
    '{"type":"hello","page":"","after":0}',
    '{"type":"say","count":1.5,"text":"hi"}',
    '{"type":"say","count":1,"text":7}',
    JSON.stringify({
      type: 'say',
      count: 1,
      text: 'x'.repeat(501),
    }),
  ])
    it(`refuses ${json.slice(0, 40)}`, () =>
      assert.throws(() => readFromMember(json), BadMessageError));
});

describe('the log', () => {
  it('numbers from 1, and tells what follows', () => {
    const next = logOf(10, 3).after(1);
    assert.deepEqual(next, [
      { seq: 2, from: 'Ann', text: 'w2' },
      { seq: 3, from: 'Ann', text: 'w3' },
    ]);
    assert.deepEqual(logOf(10, 3).after(3), []);
  });

  it('says too old for what it does not keep, and for no number of its own', () => {
    const log = logOf(2, 5);
    assert.equal(log.after(2), 'too-old');
    assert.equal(log.after(3).length, 2);
    assert.equal(log.after(6), 'too-old');
  });

  it('takes a repeated message once, however long ago it was', () => {
    const log = logOf(2, 5);
    assert.equal(log.append(ANN, 1, 'w1'), false);
    assert.equal(log.append(ANN, 5, 'w5'), false);
    assert.equal(log.head, 5);
    assert.equal(log.append(ANN, 6, 'w6'), true);
  });

  it('counts each page apart, and knows the latest used', () => {
    const log = new RoomLog({ keep: 9, keepPages: 2 });
    const say = (page: string): boolean =>
      log.append({ name: 'Ann', page }, 1, 'hi');
    assert.deepEqual(['a', 'b', 'a', 'c'].map(say), [
      true,
      true,
      false,
      true,
    ]);
    assert.equal(say('a'), false); // b was forgotten, a used since
    assert.equal(say('b'), true);
  });
});

describe('a close code', () => {
  for (const code of [1001, 1005, 1006, 1011, 1012, 1013, 3000])
    it(`${code}: come back`, () =>
      assert.equal(nextAfter(code), 'come back'));
  for (const code of [1000, 1002, 1003, 1007, 1008, 1009, 4400])
    it(`${code}: stop`, () =>
      assert.equal(nextAfter(code), 'stop'));
  it('4401: sign in', () =>
    assert.equal(nextAfter(4401), 'sign in'));
});

describe('what a member is sent', () => {
  it('follows its place, in order, in one frame', () => {
    const socket = new FakeSocket();
    const log = logOf(10, 3);
    new Delivery(socket, { log, bufferBytes: 1_000 }).begin(1);
    assert.deepEqual(socket.texts, ['w2', 'w3']);
    assert.equal(socket.told.length, 1);
  });

  it('is a reload, where that place is gone', () => {
    const socket = new FakeSocket();
    const log = logOf(2, 5);
    const delivery = new Delivery(socket, {
      log,
      bufferBytes: 99,
    });
    delivery.begin(1);
    assert.deepEqual(socket.told, [{ type: 'reload', seq: 5 }]);
    log.append(ANN, 6, 'w6');
    delivery.advance();
    assert.deepEqual(socket.texts, ['w6']);
  });

  it('waits in the log while the buffer is full', () => {
    const socket = new FakeSocket();
    socket.isSlow = true;
    const log = logOf(200, 100);
    const bufferBytes = 150;
    const delivery = new Delivery(socket, { log, bufferBytes });
    delivery.begin(0);
    let most = 0;
    for (let n = 0; n < 100; n++) {
      for (let ping = 0; ping < 3; ping++) delivery.ping();
      most = Math.max(most, socket.bufferedAmount);
      socket.writeOut();
    }
    assert.equal(socket.texts.length, 100);
    assert.ok(most > bufferBytes && most < 3 * bufferBytes);
  });

  it('has one ping, until the answer', () => {
    const socket = new FakeSocket();
    const log = logOf(1);
    const delivery = new Delivery(socket, {
      log,
      bufferBytes: 9,
    });
    delivery.ping();
    delivery.ping();
    assert.equal(socket.count('ping'), 1);
    delivery.pong();
    delivery.ping();
    assert.equal(socket.count('ping'), 2);
  });

  it('is nothing, once it is closed', () => {
    const socket = new FakeSocket();
    const log = logOf(9, 1);
    const delivery = new Delivery(socket, {
      log,
      bufferBytes: 9,
    });
    delivery.close(1012, '');
    delivery.close(4401, '');
    delivery.begin(0);
    delivery.ping();
    assert.deepEqual(socket.told, []);
    assert.equal(socket.closed, 1012);
  });
});

function setUp(clock = new VirtualClock()) {
  const log = logOf(50);
  const gone: string[] = [];
  const nodes: ChatNode[] = [];
  let hints = 0;
  const make = (): ChatNode => {
    const node = new ChatNode({
      clock,
      log,
      tellOthers: () => void (hints += 1),
      deadlineMs: 6_000,
      bufferBytes: 1_000,
      closeMs: 500,
      onGone: (name) => gone.push(name),
    });
    nodes.push(node);
    return node;
  };
  const sit = (node: ChatNode, name: string) => {
    const socket = new FakeSocket();
    const seat = node.join(socket, name);
    const tell = (message: FromMember): void =>
      seat.hear(JSON.stringify(message));
    tell({ type: 'hello', page: name, after: log.head });
    return { socket, seat, tell };
  };
  return { clock, log, gone, make, sit, hints: () => hints };
}

const say = (count: number, text = 'hi'): FromMember => ({
  type: 'say',
  count,
  text,
});

describe('a node', () => {
  it('tells all of its members, and the sender that it is taken', () => {
    const { make, sit, hints } = setUp();
    const node = make();
    const ann = sit(node, 'Ann');
    const bob = sit(node, 'Bob');
    ann.tell(say(1));
    assert.deepEqual(bob.socket.texts, ['hi']);
    assert.deepEqual(ann.socket.texts, ['hi']);
    assert.equal(ann.socket.count('taken'), 1);
    assert.equal(bob.socket.count('taken'), 0);
    assert.equal(hints(), 1);
  });

  it('answers what is repeated, and tells nobody', () => {
    const { make, sit, hints } = setUp();
    const node = make();
    const ann = sit(node, 'Ann');
    const bob = sit(node, 'Bob');
    ann.tell(say(1));
    ann.tell(say(1));
    assert.deepEqual(bob.socket.texts, ['hi']);
    assert.equal(ann.socket.count('taken'), 2);
    assert.equal(hints(), 1);
  });

  it('finds what another node took, by a hint or at its beat', () => {
    const { make, sit } = setUp();
    const [a, b] = [make(), make()];
    const ann = sit(a, 'Ann');
    const ben = sit(b, 'Ben');
    ann.tell(say(1, 'one'));
    assert.deepEqual(ben.socket.texts, []);
    b.look();
    assert.deepEqual(ben.socket.texts, ['one']);
    ann.tell(say(2, 'two'));
    b.beat();
    assert.deepEqual(ben.socket.texts, ['one', 'two']);
  });

  it('refuses words before a hello', () => {
    const { make } = setUp();
    const { hear } = make().join(new FakeSocket(), 'Ann');
    assert.throws(
      () => hear(JSON.stringify(say(1))),
      BadMessageError,
    );
  });

  it('lets go of whoever is silent, and of nobody else', async () => {
    const { clock, make, sit, gone } = setUp();
    await clock.run(async () => {
      const node = make();
      const end = new AbortController();
      const living = node.live(2_000, end.signal);
      const ann = sit(node, 'Ann');
      const bob = sit(node, 'Bob');
      for (let n = 0; n < 5; n++) {
        await clock.sleep(2_000);
        bob.tell({ type: 'pong' });
      }
      assert.equal(ann.socket.closed, 'terminated');
      assert.equal(bob.socket.closed, undefined);
      assert.deepEqual(gone, ['Ann']);
      assert.equal(node.size, 1);
      end.abort();
      await living;
      const { signal } = end;
      assert.equal(getEventListeners(signal, 'abort').length, 0);
    });
    assert.equal(clock.pending, 0);
  });

  it('drains one after the other, then cuts who stays', async () => {
    const { clock, make, sit } = setUp();
    await clock.run(async () => {
      const node = make();
      const seats = ['Ann', 'Bob', 'Cy'].map((n) => sit(node, n));
      const closedAtMs: number[] = [];
      for (const { socket, seat } of seats)
        socket.close = (code) => {
          assert.equal(code, CLOSE.restart);
          closedAtMs.push(clock.now());
          if (closedAtMs.length < 3) seat.left();
        };
      const drained = node.drain(900);
      await clock.sleep(100);
      const late = new FakeSocket();
      node
        .join(late, 'Dee')
        .hear(JSON.stringify({ type: 'pong' }));
      assert.equal(late.closed, CLOSE.restart);
      await drained;
      assert.deepEqual(closedAtMs, [0, 300, 600]);
      assert.equal(seats[2]?.socket.closed, 'terminated');
      assert.equal(clock.now(), 1_400);
    });
    assert.equal(clock.pending, 0);
  });

  it('waits for the last to leave, and no longer', async () => {
    const { clock, make, sit } = setUp();
    await clock.run(async () => {
      const node = make();
      const { socket, seat } = sit(node, 'Ann');
      socket.close = () => void clock.setTimer(100, seat.left);
      await node.drain(0);
      assert.equal(clock.now(), 100);
      assert.equal(clock.pending, 0);
      await node.drain(0);
      assert.equal(clock.now(), 100);
    });
  });

  it('signs out all pages of a member', () => {
    const { make, sit } = setUp();
    const node = make();
    const pages = [sit(node, 'Ann'), sit(node, 'Ann')];
    const bob = sit(node, 'Bob');
    node.signOut('Ann');
    for (const { socket } of pages)
      assert.equal(socket.closed, CLOSE.signedOut);
    assert.equal(bob.socket.closed, undefined);
  });
});

/** A server that a test plays. */
function stage(clock = new VirtualClock()) {
  const opened: { atMs: number; events: Events }[] = [];
  const sent: FromMember[] = [];
  const shown: string[] = [];
  const reloads: number[] = [];
  let refuses = 0;
  let hasSession = true;
  let drops = 0;
  const member = new Member({
    clock,
    page: 'p1',
    silenceMs: 6_000,
    waitMs: (failures) => 100 * 2 ** failures,
    onMessage: ({ text }) => shown.push(text),
    onReload: (seq) => reloads.push(seq),
    open: async (events) => {
      opened.push({ atMs: clock.now(), events });
      if (!hasSession) throw new NoSessionError();
      if (refuses > 0) {
        refuses -= 1;
        throw new Error('503');
      }
      return {
        send: (text) => void sent.push(JSON.parse(text)),
        drop: () => void (drops += 1),
      };
    },
  });
  const tell = (message: FromNode): void =>
    opened.at(-1)?.events.onText(JSON.stringify(message));
  const close = (code: number): void =>
    opened.at(-1)?.events.onClose(code);
  const refuse = (times: number): void => void (refuses = times);
  const endSession = (): void => void (hasSession = false);
  return {
    clock,
    member,
    opened,
    sent,
    shown,
    reloads,
    tell,
    close,
    refuse,
    endSession,
    drops: () => drops,
  };
}

function word(seq: number): FromNode {
  const message = { seq, from: 'Bob', text: `w${seq}` };
  return { type: 'messages', messages: [message] };
}

async function withMember(
  play: (
    parts: ReturnType<typeof stage>,
    running: Promise<unknown>,
    signal: AbortSignal,
  ) => Promise<void>,
): Promise<void> {
  const parts = stage();
  const end = new AbortController();
  await parts.clock.run(async () => {
    const running = parts.member.run(end.signal);
    running.catch(() => {});
    await parts.clock.sleep(1);
    await play(parts, running, end.signal);
    end.abort();
    await running.catch(() => {});
  });
  assert.equal(parts.clock.pending, 0);
  assert.equal(getEventListeners(end.signal, 'abort').length, 0);
}

describe('a member', () => {
  it('comes back with its place, and repeats what was not taken', () =>
    withMember(
      async ({ clock, member, sent, tell, close, shown }) => {
        tell(word(1));
        member.say('one');
        member.say('two');
        tell({ type: 'taken', count: 1 });
        close(1012);
        await clock.sleep(1);
        sent.length = 0;
        member.say('three');
        await clock.sleep(200);
        assert.deepEqual(sent, [
          { type: 'hello', page: 'p1', after: 1 },
          { type: 'say', count: 2, text: 'two' },
          { type: 'say', count: 3, text: 'three' },
        ]);
        assert.deepEqual(shown, ['w1']);
      },
    ));

  it('answers a ping', () =>
    withMember(async ({ sent, tell }) => {
      tell({ type: 'ping' });
      assert.deepEqual(sent.at(-1), { type: 'pong' });
    }));

  it('lets go after silence, without waiting for a close', () =>
    withMember(async ({ clock, opened, tell, drops, shown }) => {
      await clock.sleep(5_000);
      tell({ type: 'ping' });
      await clock.sleep(6_200);
      assert.deepEqual(
        opened.map(({ atMs }) => atMs),
        [0, 11_101],
      );
      assert.equal(drops(), 1);
      opened[0]?.events.onText(JSON.stringify(word(1)));
      assert.deepEqual(shown, []);
    }));

  it('waits longer after each refusal, until it is let in', () =>
    withMember(async (parts, _, signal) => {
      const { clock, opened, close, refuse } = parts;
      refuse(3);
      close(1006);
      await clock.sleep(2_000);
      close(1006);
      await clock.sleep(2_000);
      assert.deepEqual(
        opened.map(({ atMs }) => atMs),
        [0, 101, 301, 701, 1_501, 2_101],
      );
      assert.equal(getEventListeners(signal, 'abort').length, 1);
    }));

  it('starts over where its place is gone', () =>
    withMember(async ({ clock, sent, tell, close, reloads }) => {
      tell({ type: 'reload', seq: 90 });
      close(1006);
      await clock.sleep(200);
      assert.deepEqual(reloads, [90]);
      const hello = { type: 'hello', page: 'p1', after: 90 };
      assert.deepEqual(sent.at(-1), hello);
    }));

  it('stops where coming back would end the same way', () =>
    withMember(async ({ close, opened }, running) => {
      close(1009);
      assert.equal(await running, 'stop');
      assert.equal(opened.length, 1);
    }));

  it('stops to sign in where there is no ticket to be had', () =>
    withMember(async ({ clock, close, endSession }, running) => {
      endSession();
      close(1012);
      await clock.sleep(200);
      assert.equal(await running, 'sign in');
    }));

  it('stops to sign in', () =>
    withMember(async ({ close }, running) => {
      close(4401);
      assert.equal(await running, 'sign in');
    }));
});

describe('a ticket', () => {
  const setUpTickets = () => {
    let now = 0;
    let drawn = 0;
    const tickets = new Tickets({
      clock: { now: () => now },
      draw: () => `t${(drawn += 1)}`,
      livesMs: 30_000,
    });
    const wait = (ms: number): void => void (now += ms);
    return { tickets, wait };
  };

  it('is good once', () => {
    const { tickets } = setUpTickets();
    const ticket = tickets.issue('Ann');
    assert.equal(tickets.take(ticket), 'Ann');
    assert.equal(tickets.take(ticket), undefined);
    assert.equal(tickets.take(''), undefined);
  });

  it('is good for 30 s', () => {
    const { tickets, wait } = setUpTickets();
    const first = tickets.issue('Ann');
    const second = tickets.issue('Bob');
    wait(29_999);
    assert.equal(tickets.take(first), 'Ann');
    wait(1);
    assert.equal(tickets.take(second), undefined);
  });
});

describe('over real sockets', () => {
  it('answers each handshake and each mistake as the page says', async () => {
    const rows: string[] = [];
    await knock((line) => rows.push(line.replace(/ {2,}/, ': ')));
    assert.deepEqual(rows, [
      'page of another site: 403',
      'no ticket: 401',
      'a ticket used twice: 401',
      'speaks chat.v9 only: 400',
      'speaks v2 and v1: 101 chat.v2',
      'said at A, heard at B: seq 1',
      'a message of 5,000 bytes 1009',
      'binary: 1003',
      'not a message of ours: 4400',
      'a node that restarts: 1012',
    ]);
  });

  for (const path of ['//', '/room', '/room?ticket=%'])
    it(`refuses a handshake for ${path}, and goes on`, async () => {
      const clock = new VirtualClock();
      const draw = (): string => 'never';
      const server = createServer();
      serveChat(server, {
        node: setUp(clock).make(),
        tickets: new Tickets({ clock, draw, livesMs: 1 }),
        origins: new Set(['https://chat.example']),
        maxBytes: 100,
        closeMs: 100,
      });
      await new Promise<void>((listens) =>
        server.listen(0, '127.0.0.1', listens),
      );
      const { port } = server.address() as AddressInfo;
      const headers = {
        connection: 'upgrade',
        upgrade: 'websocket',
        origin: 'https://chat.example',
        'sec-websocket-protocol': 'chat.v1',
      };
      const status = await new Promise((resolve, reject) => {
        const options = { port, path, headers, agent: false };
        get(options, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        }).on('error', reject);
      });
      assert.equal(status, 401);
      await new Promise((closed) => server.close(closed));
    });
});
