/** Whether a text is an address, and of which family. */

const ipv4Part = '(?:\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])';
const ipv4 = new RegExp(`^(?:${ipv4Part}\\.){3}${ipv4Part}$`);
const group = /^[\da-f]{1,4}$/i;

export function isIPv4(text: unknown): boolean {
  return ipv4.test(`${text as string}`);
}

export function isIPv6(text: unknown): boolean {
  const [address = '', zone, ...more] = `${text as string}`.split('%');
  if (more.length > 0 || (zone !== undefined && !/^[\w.~:-]+$/.test(zone))) return false;
  return wordsOf(address) !== undefined;
}

/** @returns 4 or 6, or 0 where the text is no address */
export function isIP(text: unknown): 0 | 4 | 6 {
  if (isIPv4(text)) return 4;
  return isIPv6(text) ? 6 : 0;
}

/** @returns the eight 16-bit words of an IPv6 address, its zone taken off */
export function wordsOf(address: string): readonly number[] | undefined {
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, at) => wordsOfHalf(half, at === halves.length - 1));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  if (!tail) return head.length === 8 ? head : undefined;
  const missing = 8 - head.length - tail.length;
  return missing < 1 ? undefined : [...head, ...Array<number>(missing).fill(0), ...tail];
}

function wordsOfHalf(half: string, last: boolean): number[] | undefined {
  if (half === '') return [];
  const groups = half.split(':');
  const words: number[] = [];
  for (const [at, text] of groups.entries()) {
    if (last && at === groups.length - 1 && isIPv4(text)) {
      const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number);
      words.push(a * 256 + b, c * 256 + d);
    } else if (group.test(text)) {
      words.push(Number.parseInt(text, 16));
    } else {
      return undefined;
    }
  }
  return words;
}
