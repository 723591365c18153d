import url from 'node:url';
import { attempt } from './lib/attempt.ts';

const bad = [
  'http://[::1',
  'http://a]b',
  'http://xn--iñvalid.com',
  'http://\u00ad',
  'http://[a%25b]/',
];
for (const address of [...bad, 'http://user%:x@h/', 'http://℀.com', '//[x'])
  attempt(address, () => url.parse(address, false, true).href);
attempt('long', () => url.parse(`http://${'a'.repeat(256)}.com/x`).hostname);
attempt('port', () => url.parse('http://a.com:abc/').href);
attempt('another port', () => url.parse('http://b.com:def/').href);
// Programs pass these in spite of the types.
const wrong: unknown[] = [undefined, null, 5, true, {}, [], () => 1, Symbol('s')];
for (const value of wrong) {
  attempt('parse', () => url.parse(value as string));
  attempt('format', () => url.format(value as string));
  attempt('resolve', () => url.resolve('http://a/', value as string));
  attempt('resolveObject', () => url.resolveObject(value as string, 'b'));
}
