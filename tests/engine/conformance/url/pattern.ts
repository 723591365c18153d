import { URLPattern as OfModule } from 'node:url';

const pattern = new URLPattern({ pathname: '/books/:id(\\d+)', protocol: 'http{s}?' });
console.log(OfModule === URLPattern, pattern.pathname, pattern.protocol, pattern.hasRegExpGroups);
console.log(pattern.test('https://a.com/books/5'), pattern.test('https://a.com/books/x'));
const found = pattern.exec('http://a.com/books/12?x');
console.log(found?.pathname.groups, found?.pathname.input, found?.hostname.input, found?.inputs);
console.log(pattern.exec('ftp://a/books/1'));
const based = new URLPattern('/x/*', 'https://a.com');
console.log(
  based.hostname,
  based.pathname,
  based.test('https://a.com/x/y/z'),
  based.test('/x/y', 'https://a.com'),
);
console.log(new URLPattern({ pathname: '/A' }, { ignoreCase: true }).test({ pathname: '/a' }));
