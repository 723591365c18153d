import { decode, encode } from './bootstring.ts';

/** Names of hosts, label by label. */

const separators = /[.\u3002\uff0e\uff61]/;
const prefix = 'xn--';

/** The part before `@` of a mail address stays. */
function eachLabel(domain: string, change: (label: string) => string): string {
  const [first = '', second] = domain.split('@');
  const [user, host] = second === undefined ? ['', first] : [`${first}@`, second];
  return user + host.split(separators).map(change).join('.');
}

export function toUnicode(domain: string): string {
  return eachLabel(domain, (label) =>
    label.startsWith(prefix) ? decode(label.slice(prefix.length).toLowerCase()) : label,
  );
}

export function toASCII(domain: string): string {
  return eachLabel(domain, (label) => (/[^\0-\x7f]/.test(label) ? prefix + encode(label) : label));
}
