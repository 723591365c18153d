/** Pairs of a list that holds names and values in turn; a list of values is a line each. */
export function headerLines(
  headers: readonly (string | readonly string[])[],
): readonly (readonly [string, string])[] {
  return headers.flatMap((value, at) => {
    if (at % 2 === 0) return [];
    return [value].flat().map((each) => [String(headers[at - 1]), each] as const);
  });
}
