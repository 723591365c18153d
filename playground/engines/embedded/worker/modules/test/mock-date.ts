import { nodeError } from '../errors/node-error.ts';

/** A `Date` whose now is the mocked clock's. */
export function mockDate(Real: DateConstructor, now: () => number): DateConstructor {
  if ('isMock' in Real) {
    const message = 'Invalid state: Date is already being mocked!';
    throw nodeError(Error, 'ERR_INVALID_STATE', message, mockDate);
  }
  function MockDate(this: unknown, ...fields: unknown[]): Date | string {
    if (new.target === undefined) return new Real(now()).toString();
    return (fields.length === 0 ? new Real(now()) : Reflect.construct(Real, fields)) as Date;
  }
  const { UTC, parse } = Real;
  const names = { name: { value: Real.name }, length: { value: Real.length } };
  Object.defineProperties(MockDate, names);
  Object.defineProperty(MockDate, 'isMock', { value: true, enumerable: true });
  const own = {
    UTC,
    parse,
    now: () => now(),
    toString: () => Function.prototype.toString.call(Real),
    prototype: Real.prototype,
  };
  return Object.assign(MockDate, own) as unknown as DateConstructor;
}
