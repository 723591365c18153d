/** Getters, and some setters, of a stream's prototype. */

/** @returns a property that is only read */
export function reading<Self>(get: (stream: Self) => unknown): PropertyDescriptor & ThisType<Self> {
  return {
    get(this: Self) {
      return get(this);
    },
    configurable: false,
    enumerable: false,
  };
}

/** @returns a property that is read and set */
export function settable<Self>(
  get: (stream: Self) => unknown,
  set: (stream: Self, value: unknown) => void,
): PropertyDescriptor & ThisType<Self> {
  return {
    ...reading(get),
    set(this: Self, value: unknown) {
      set(this, value);
    },
  };
}
