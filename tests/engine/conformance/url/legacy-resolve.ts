import url from 'node:url';
import { outcome } from './lib/attempt.ts';

const sources = [
  'http://a.com/b/c/d;p?q',
  'http://a.com',
  '/one/two/three',
  'mailto:user@example.com',
  'file:///a/b/c',
  'http://u:p@h:8080/x/',
  'javascript:x',
  'x:y/z',
  '',
];
const links = [
  ...[
    '',
    '.',
    './',
    '..',
    '../',
    '../..',
    '../../../g',
    'g',
    './g',
    'g/',
    '/g',
    '//g',
    '?y',
    'g?y',
  ],
  ...['#s', 'g#s', 'g?y#s', ';x', '/./g', '/../g', 'g.', '..g', './../g', 'g/./h', 'g/../h', '.#x'],
  ...[
    'http:g',
    'https:g',
    'https://x/y',
    'mailto:a@b',
    'javascript:1',
    '//u@h:9/z',
    'file:///q',
    'x:w',
  ],
];
for (const source of sources) {
  console.log(source);
  for (const link of links)
    console.log(
      ' ',
      link,
      '→',
      outcome(() => url.resolve(source, link)),
    );
}
console.log(url.resolveObject('http://a.com/b', '../c?d#e'));
console.log(url.resolveObject('', 'x'), url.parse('http://a/b').resolveObject('c').path);
