import { domainToASCII, domainToUnicode, urlToHttpOptions } from 'node:url';
import { attempt } from './lib/attempt.ts';

const domains = [
  ...[
    'español.com',
    'xn--espaol-zwa.com',
    '中文.com',
    'xn--iñvalid.com',
    'a b',
    '1.2.3',
    '0x7f.1',
    '',
  ],
  ...[
    'EX.com',
    'a_b',
    'a:80',
    'a/b',
    'x@y',
    '[::1]',
    '%41',
    'xn--fsq',
    'ß.de',
    '☃.net',
    'ａ.b',
    '.',
  ],
  ...['a..b', '日本語.jp.', 'a#b', 'a?b'],
];
for (const domain of domains) console.log([domain, domainToASCII(domain), domainToUnicode(domain)]);
attempt('null', () => domainToASCII(null as unknown as string));
attempt('nothing', () => Reflect.apply(domainToASCII, undefined, []));
attempt('nothing', () => Reflect.apply(domainToUnicode, undefined, []));
console.log(urlToHttpOptions(new URL('http://a%20b:c@[::1]:80/x?y#z')));
console.log(urlToHttpOptions(Object.assign(new URL('https://a.com:1/'), { extra: 1 })));
for (const value of ['x', undefined, null, 5, {}])
  attempt(value, () => urlToHttpOptions(value as unknown as URL));
