import { describe, expect, it } from 'vitest';
import { answerFact } from '../../../src/wizard/ui/answering.ts';
import { formatAddress, parseAddress } from '../../../src/wizard/ui/address.ts';
import { initialState } from '../../../src/wizard/ui/state.ts';

const { wizard } = answerFact(initialState, 'engineers', 9);
const address = formatAddress('result', wizard);

describe('an address', () => {
  it('is read as it was written, also with its separator escaped', () => {
    const expected = { ok: true, value: { place: 'result', wizard, dropped: [] } };
    expect(parseAddress(address)).toEqual(expected);
    expect(parseAddress(address.replace('~', '%7E'))).toEqual(expected);
    expect(parseAddress(address.replace('~', '%7e'))).toEqual(expected);
  });

  it.each([
    ['#result~', 'does not carry a design'],
    ['#result~w2.AAAA', 'newer version'],
    ['#result~w0.AAAA', 'does not carry a design'],
    ['#result~w1.', 'damaged'],
    [`#result~w1.${'A'.repeat(20_000)}`, 'larger than any design'],
    [`${address}%20`, 'damaged'],
    [address.slice(0, -1), 'damaged'],
  ])('%.60s is refused with a reason', (hash, why) => {
    expect(parseAddress(hash)).toMatchObject({ ok: false, problem: expect.stringContaining(why) });
  });

  it.each(['#_top', '#open', '#%E0%A4%A'])('%s is an anchor of the page', (hash) => {
    expect(parseAddress(hash)).toBeUndefined();
  });
});
