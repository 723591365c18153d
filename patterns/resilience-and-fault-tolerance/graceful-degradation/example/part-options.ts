import type { Clock } from '#lab';

export type Quality = 'full' | 'stale' | 'default';

/** What a part shows, and how good it is. */
export interface Served<T> {
  value: T;
  quality: Quality;
  /** Since it was asked for; a default has no age. */
  ageMs?: number;
}

/**
 * The switch. `stored` spares the dependency and shows what is
 * there; `off` is for content that must not be shown.
 */
export type Mode = 'on' | 'stored' | 'off';

export interface PartOptions<T> {
  clock: Clock;
  random: () => number;
  /** Asks the dependency; it should stop on the signal. */
  load: (key: string, signal: AbortSignal) => Promise<T>;
  /** Needs nobody: it is in the process. */
  fallback: T;
  /** Read at each call, from memory. */
  mode: () => Mode;
  /** Younger than this it is shown without asking. */
  freshMs: number;
  /** Younger than this it is shown, and renewed behind. */
  behindMs: number;
  /** Younger than this it is shown if no new one comes. */
  staleMs: number;
  /** How long a page waits for a new one. */
  waitMs: number;
  /** How long a load may take, also behind. */
  loadMs: number;
  /** Rest after a failed load, and up to a fifth more. */
  holdOffMs: number;
  /** Keys that are remembered, but for those under way. */
  maxKeys: number;
  /** Hears of each failed load; what it throws is lost. */
  onFailure?: (key: string, error: unknown) => void;
}

const TIMES = [
  'freshMs',
  'behindMs',
  'staleMs',
  'waitMs',
  'loadMs',
  'holdOffMs',
] as const;

/** Gives the options back, or throws what makes no sense. */
export function checkOptions<T>(
  options: PartOptions<T>,
): PartOptions<T> {
  for (const name of TIMES) {
    if (!(options[name] >= 0 && options[name] < Infinity))
      throw new RangeError(`${name} cannot be ${options[name]}`);
  }
  const { freshMs, behindMs, staleMs, maxKeys } = options;
  if (freshMs > behindMs || behindMs > staleMs)
    throw new RangeError('need freshMs <= behindMs <= staleMs');
  if (!Number.isInteger(maxKeys) || maxKeys < 1)
    throw new RangeError(`maxKeys cannot be ${maxKeys}`);
  return options;
}
