import url from 'node:url';
import { attempt } from './lib/attempt.ts';

console.log(url.parse('http://user:pass@Example.com:8080/p/a?x=1#h', true));
const addresses = [
  'http://nodejs.org/a b?c d#e f',
  'HTTP://USER:PW@HOST.Com:80',
  'http://[::1]:80/x',
  'http://[fe80::1]?q',
  'mailto:foo@bar.com?subject=hi',
  'javascript:alert("a b");',
  '//some/path',
  '/p?q=%20#h',
  'x:y',
  'x://ss',
  'git+ssh://git@host.xz:22/path.git',
  'coap:u:p@::1:61616/.well-known?n=T#c',
  'http://münchen.de/ü?ü#ü',
  'http://a.com\\b\\c?d\\e',
  '\t  http://a.com/ \n',
  'http://a\tb\nc.com/',
  'file:///etc/passwd',
  'file://localhost/etc',
  'http://a.com/{x}|y^z`',
  "http://a.com'x",
  'http://a@b@c/',
  'http://atpass:foo%40bar@127.0.0.1:8080/p?s=t#h',
  'http://-a-.example/',
  'http://a.com:',
  '#only',
  '?only',
  '',
  'http:/baz/../all',
  'ws://h:1/chat',
];
for (const address of addresses) attempt(address, () => ({ ...url.parse(address) }));
for (const address of ['//host/path', '//u:p@h:1/x?y', '/path', 'a//b'])
  attempt(address, () => ({ ...url.parse(address, false, true) }));
for (const address of ['/x?a=1&a=2&b', '/x', 'http://h?a=%zz', 'http://h'])
  attempt(address, () => url.parse(address, true).query);
