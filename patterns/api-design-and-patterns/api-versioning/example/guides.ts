import { Refusal } from './messages.ts';
import { VersionChain, type Body } from './version-chain.ts';

/** What is stored: the shape of the current version. */
export const GUIDE_7: Body = {
  givenName: 'Ada',
  familyName: 'Lovelace',
  rate: { amount: '40.00', currency: 'EUR' },
};

/** What each version of this API changed. */
export const guides = new VersionChain([
  {
    makes: 2,
    says: '`name` became `givenName` and `familyName`.',
    down: ({ givenName, familyName, ...rest }) => ({
      ...rest,
      name: joined(givenName, familyName),
    }),
    up: ({ name, ...rest }, stored) => {
      if (typeof name !== 'string' || name.trim() === '')
        throw wrong('`name` must be a text');
      return { ...rest, ...parted(name, stored) };
    },
  },
  {
    makes: 3,
    says: '`rate` became an amount with a currency.',
    down: ({ rate, ...rest }) => {
      checkEuros(rate);
      return { ...rest, rate: Number(rate.amount) };
    },
    up: ({ rate, ...rest }, stored) => {
      if (stored) checkEuros(stored['rate']);
      const cents = Math.round(Number(rate) * 100);
      if (typeof rate !== 'number' || cents / 100 !== rate)
        throw wrong('`rate` must be a number of euros');
      const amount = (cents / 100).toFixed(2);
      return { ...rest, rate: { amount, currency: 'EUR' } };
    },
  },
]);

/** The only check of the only shape that is stored. */
export function checkGuide(body: Body): Body {
  const { givenName, familyName, rate, ...others } = body;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw wrong(`\`${unknown}\` is not known`);
  const names = [givenName, familyName];
  if (!names.every((one) => typeof one === 'string'))
    throw wrong('`givenName` and `familyName` must be texts');
  if (joined(givenName, familyName) === '')
    throw wrong('one of the names must be there');
  const { amount, currency } = (rate ?? {}) as Body;
  if (!/^(0|[1-9]\d{0,8})\.\d{2}$/.test(`${amount as string}`))
    throw wrong('`rate.amount` must be like "40.00"');
  if (!/^[A-Z]{3}$/.test(`${currency as string}`))
    throw wrong('`rate.currency` must be like "EUR"');
  return { givenName, familyName, rate: { amount, currency } };
}

/** A number without its currency would mean something else. */
function checkEuros(
  rate: unknown,
): asserts rate is { amount: string } {
  const { currency } = rate as Body;
  if (currency === 'EUR') return;
  const detail = `This rate is in ${currency as string}.`;
  throw new Refusal(406, 'not-in-this-version', detail);
}

function joined(given: unknown, family: unknown): string {
  return `${given as string} ${family as string}`.trim();
}

/**
 * Where the name is as it was, its parts stay as they were: a
 * client that writes back what it read must change nothing.
 */
function parted(name: string, stored?: Body): Body {
  const { givenName, familyName } = stored ?? {};
  if (stored && joined(givenName, familyName) === name)
    return { givenName, familyName };
  // A guess: it is wrong for "Ludwig van Beethoven".
  const at = name.trim().lastIndexOf(' ');
  return at < 0
    ? { givenName: name.trim(), familyName: '' }
    : {
        givenName: name.slice(0, at).trim(),
        familyName: name.slice(at + 1).trim(),
      };
}

function wrong(detail: string): Refusal {
  return new Refusal(422, 'not-valid', detail);
}
