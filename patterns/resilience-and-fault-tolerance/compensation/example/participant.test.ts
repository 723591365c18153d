import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  Network,
  Random,
  TimeoutError,
  VirtualClock,
  World,
} from '#lab';
import type { NetworkOptions } from '#lab';
import { Participant } from './participant.ts';
import { request } from './request.ts';
import { RefusedError } from './attempt.ts';

const rules = { tombstones: true, onChange() {} };

describe('a participant', () => {
  it('does a thing once, and undoes it once', () => {
    let changes = 0;
    const onChange = (): void => void (changes += 1);
    const side = new Participant({ ...rules, onChange });
    side.act('a');
    side.act('a');
    side.undo('a');
    side.undo('a');
    assert.equal(side.holds('a'), false);
    assert.throws(() => side.act('a'), RefusedError);
    assert.equal(changes, 2);
  });

  it('refuses what was undone before it came', () => {
    const side = new Participant(rules);
    side.undo('a');
    assert.throws(() => side.act('a'), RefusedError);
    assert.equal(side.holds('a'), false);
    side.act('b'); // another order
    assert.equal(side.holds('b'), true);
  });

  it('without a tombstone does it, for nobody', () => {
    const side = new Participant({ ...rules, tombstones: false });
    side.undo('a');
    side.act('a');
    assert.equal(side.holds('a'), true);
  });

  it('keeps what it may not give back', () => {
    const keeps = (): string => 'settled';
    const side = new Participant({ ...rules, keeps });
    side.act('a');
    assert.throws(() => side.undo('a'), /settled/);
    side.undo('b'); // never ran: nothing to keep
    assert.equal(side.holds('a'), true);
  });

  it('gives back a piece, not the number that was there', () => {
    const side = new Participant(rules);
    const free = (): number => 9 - side.held;
    side.act('a');
    assert.equal(free(), 8);
    side.act('b');
    side.act('c'); // sold meanwhile
    side.undo('a');
    assert.equal(free(), 7);
  });

  it('lets a hold lapse, and not come back', () => {
    const side = new Participant(rules);
    side.act('a');
    side.lapse('a');
    assert.equal(side.holds('a'), false);
    assert.throws(() => side.act('a'), RefusedError);
  });
});

/** One request, after which the effect may be there or not. */
async function ask(
  options: NetworkOptions,
  work: () => Promise<void> = async () => {},
): Promise<{
  error: unknown;
  effect: boolean;
  clock: VirtualClock;
}> {
  const clock = new VirtualClock();
  const world = new World('test', clock, new Random(1));
  const network = new Network(world, options);
  const { signal } = new AbortController();
  const route = { from: 'shop', to: 'payment', label: 'void' };
  const call = { ...route, timeoutMs: 1_000, signal };
  let effect = false;
  const error = await clock.run(async () => {
    const asked = request(world, network, call, async () => {
      await work();
      effect = true;
    });
    const failed = await asked.then(
      () => undefined,
      (why: unknown) => why,
    );
    await clock.sleep(5_000);
    return failed;
  });
  return { error, effect, clock };
}

describe('a request', () => {
  it('is answered, and leaves no timer', async () => {
    const { error, effect, clock } = await ask({});
    assert.equal(error, undefined);
    assert.equal(effect, true);
    assert.equal(clock.pending, 0);
  });

  it('fails as the work does', async () => {
    const no = new RefusedError('no');
    const { error, effect } = await ask({}, () =>
      Promise.reject(no),
    );
    assert.equal(error, no);
    assert.equal(effect, false);
  });

  it('that is lost looks as one whose answer is', async () => {
    for (const lost of ['shop', 'payment']) {
      const loses = ({ to }: { to: string }) => to === lost;
      const { error, effect } = await ask({ loses });
      assert.ok(error instanceof TimeoutError);
      assert.equal(effect, lost === 'shop');
    }
  });

  it('that is late does its work all the same', async () => {
    const { error, effect } = await ask({ delayMs: () => 2_000 });
    assert.ok(error instanceof TimeoutError);
    assert.equal(effect, true);
  });
});
