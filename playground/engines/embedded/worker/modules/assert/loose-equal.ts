/** `==`, with NaN equal to itself. An object and a primitive are never equal here. */
export function equalLoosely(actual: unknown, expected: unknown): boolean {
  const kinds = [actual, expected].map((value) => typeof value === 'object' && value !== null);
  if (kinds[0] !== kinds[1]) return false;
  return sameByCoercion(actual, expected);
}

/** `assert.equal`'s equality: `==`, with NaN equal to itself. */
export function sameByCoercion(actual: unknown, expected: unknown): boolean {
  // eslint-disable-next-line eqeqeq -- this is what the loose assertions mean
  return actual == expected || (Number.isNaN(actual) && Number.isNaN(expected));
}
