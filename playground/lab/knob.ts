/** What a knob may be set to. */
export interface KnobRange {
  readonly min: number;
  readonly max: number;
  /** Only whole numbers make sense, as for calls or threads. */
  readonly whole?: boolean;
}

/** A knob has a value it cannot take. Its message names the knob and what it takes. */
export class KnobError extends RangeError {
  override readonly name = 'KnobError';
}

/**
 * A number that the reader may turn: from the environment variable of this name, else the default.
 *
 * @param name of the environment variable, with its unit where it has one: `CALL_TIMEOUT_S`
 * @param byDefault where the environment says nothing; the page shows it as the tick
 * @param unit short: `s`, `%`, `calls`
 * @throws KnobError for anything but a number in range
 */
export function knob(name: string, byDefault: number, unit: string, range: KnobRange): number {
  const text = process.env[name]?.trim();
  if (text === undefined || text === '') return byDefault;
  const value = Number(text);
  const { min, max, whole = false } = range;
  if (!(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
    const kind = whole ? 'a whole number' : 'a number';
    throw new KnobError(`${name} must be ${kind} from ${min} to ${max} ${unit}, not "${text}"`);
  }
  return value;
}
