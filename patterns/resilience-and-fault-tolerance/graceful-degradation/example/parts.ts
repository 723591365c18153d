import type { World } from '#lab';
import type { Backends } from './backends.ts';
import { OptionalPart } from './part.ts';
import type { Mode, PartOptions } from './part-options.ts';

const LOAD_MS = 1_000;

export interface Settings {
  /** False: a page without one of its parts is an error. */
  degrades: boolean;
  freshMs: number;
  staleMs: number;
  waitMs: number;
  stalePriceMs: number;
  /** What the own work for a page should take. */
  targetMs: number;
  /** The switch of the offers. */
  offersMode: () => Mode;
}

export interface Parts {
  price: OptionalPart<number>;
  reviews: OptionalPart<string>;
  offers: OptionalPart<string>;
}

/** Same caches and timeouts; to degrade is to use what is old. */
export function openParts(
  world: World,
  from: Backends,
  settings: Settings,
): Parts {
  const { clock, random } = world;
  const { degrades, freshMs, waitMs } = settings;
  const staleMs = Math.max(freshMs, settings.staleMs);
  const common = {
    clock,
    mode: (): Mode => 'on',
    freshMs: 0,
    behindMs: 0,
    staleMs: 0,
    waitMs,
    loadMs: LOAD_MS,
    holdOffMs: 1_000,
    maxKeys: 100,
  };
  const open = <T>(
    options: Omit<PartOptions<T>, 'random'>,
    name: string,
  ): OptionalPart<T> => {
    const dice = random.fork(name).next;
    const all = { ...options, random: dice };
    return new OptionalPart(degrades ? all : strict(all));
  };
  return {
    price: open(
      {
        ...common,
        load: (_, signal) => from.price(signal),
        fallback: NaN,
        staleMs: settings.stalePriceMs,
        waitMs: LOAD_MS,
      },
      'price',
    ),
    reviews: open(
      {
        ...common,
        load: (_, signal) => from.reviews(signal),
        fallback: '',
        freshMs,
        behindMs: Math.min(3 * freshMs, staleMs),
        staleMs,
      },
      'reviews',
    ),
    offers: open(
      {
        ...common,
        load: (_, signal) => from.offers(signal),
        fallback: '',
        mode: settings.offersMode,
      },
      'offers',
    ),
  };
}

/** A cache as it usually is: young, or asked for again. */
function strict<T>(options: PartOptions<T>): PartOptions<T> {
  const { freshMs, loadMs } = options;
  const waiting = { behindMs: freshMs, waitMs: loadMs };
  return {
    ...options,
    ...waiting,
    staleMs: freshMs,
    holdOffMs: 0,
  };
}
