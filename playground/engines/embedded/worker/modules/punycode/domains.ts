import { decode, encode } from './bootstring.ts';

/** Names of hosts, label by label. */

const separators = /[.\u3002\uff0e\uff61]/;
const prefix = 'xn--';

/** The part before `@` of a mail address stays. */
function eachLabel(domain: string, change: (label: string) => string): string {
  const at = domain.indexOf('@') + 1;
  const labels = domain.slice(at).split(separators);
  return domain.slice(0, at) + labels.map(change).join('.');
}

export function toUnicode(domain: string): string {
  return eachLabel(domain, (label) =>
    label.startsWith(prefix) ? decode(label.slice(prefix.length).toLowerCase()) : label,
  );
}

export function toASCII(domain: string): string {
  return eachLabel(domain, (label) => (/[^\0-\x7f]/.test(label) ? prefix + encode(label) : label));
}
