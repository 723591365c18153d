import { inspect } from 'node:util';
import { attempt } from './lib/attempt.ts';

attempt('relative', () => new URL('/x'));
attempt('base', () => new URL('x', 'y'));
attempt('bad port', () => new URL('http://a:99999'));
attempt(
  'object',
  () => new URL({ toString: () => 'http://from.object/' } as unknown as string).href,
);
attempt('symbol', () => new URL(Symbol('s') as unknown as string));
attempt('nothing', () => Reflect.construct(URL, []));
attempt('parse', () => [URL.parse('http://a'), URL.parse('/b', 'http://a')?.href, URL.parse('x')]);
attempt('canParse', () => [
  URL.canParse('http://a'),
  URL.canParse('x'),
  URL.canParse('x', 'http://a'),
]);
for (const name of ['parse', 'canParse', 'createObjectURL', 'revokeObjectURL'] as const)
  attempt(name, () => Reflect.apply(URL[name], URL, []));
const address = new URL('http://u:p@a.com:8080/p/?q=1#h');
attempt('href', () => (address.href = 'nope'));
address.port = '80';
address.protocol = 'https';
address.host = 'b.org:1';
address.username = '';
address.searchParams.append('r', 'a b');
console.log(address.href, String(address), JSON.stringify({ address }), address.origin);
console.log(address, [address], { deep: { er: { and: { address } } } });
console.log(inspect(address, { depth: 0 }), inspect(address, { depth: -1 }));
class Address extends URL {}
console.log(new Address('x:y'), new Address('x:y') instanceof URL, inspect(URL));
console.log(Object.keys(URL.prototype), Object.keys(URL), URL.name, address.constructor === URL);
console.log(structuredClone(Object.keys(address)), Object.prototype.toString.call(address));
