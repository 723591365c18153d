import { has, lower, put, raise, type Flagged } from './flags.ts';

/** The fields of a state that are flags, as programs read and set them: `state.ended`. */

type Field = PropertyDescriptor & ThisType<Flagged & Record<symbol, unknown>>;

/** True while the flag is up. */
function flagField(flag: number): Field {
  return {
    get() {
      return has(this, flag);
    },
    set(value: unknown) {
      put(this, flag, value);
    },
    configurable: true,
  };
}

/** A value that is there while its flag is up. */
export function slotField(flag: number, slot: symbol, absent: () => unknown): Field {
  return {
    get() {
      return has(this, flag) ? this[slot] : absent();
    },
    set(value: unknown) {
      if (value) this[slot] = value;
      put(this, flag, value);
    },
    configurable: true,
  };
}

/** True, false or, while nobody decided, `undecided`. */
export function triField(decided: number, flag: number, undecided: null | undefined): Field {
  return {
    get() {
      return has(this, decided) ? has(this, flag) : undecided;
    },
    set(value: unknown) {
      if (value === null || value === undefined) lower(this, decided | flag);
      else {
        raise(this, decided);
        put(this, flag, value);
      }
    },
    configurable: true,
  };
}

/** The default encoding: UTF-8 by a flag, any other by name. */
export function encodingField(utf8: number, slot: symbol): Field {
  return {
    get() {
      return has(this, utf8) ? 'utf8' : this[slot];
    },
    set(value: unknown) {
      const isUtf8 = value === 'utf8' || value === 'utf-8';
      put(this, utf8, isUtf8);
      if (!isUtf8) this[slot] = value;
    },
    configurable: true,
  };
}

/** Puts a field for each of the named flags, and further ones, where a state's methods are. */
export function addFields<Flags extends Readonly<Record<string, number>>>(
  prototype: object,
  flags: Flags,
  names: readonly (keyof Flags & string)[],
  more: Readonly<Record<string, Field>>,
): void {
  const fields = names.map((name) => [name, flagField(flags[name] ?? 0)] as const);
  Object.defineProperties(prototype, { ...Object.fromEntries(fields), ...more });
}
