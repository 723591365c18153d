/**
 * Where a key leads in a row of tabs: the arrows go round, Home and End to its ends.
 * @param key as `KeyboardEvent.key` names it
 * @returns nothing where the key is none of these
 */
export function stepAmong(
  names: readonly string[],
  current: string,
  key: string,
): string | undefined {
  const at = names.indexOf(current);
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: -1,
  };
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
  return target === undefined ? undefined : names.at(target % names.length);
}
