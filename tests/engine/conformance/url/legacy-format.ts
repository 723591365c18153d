import url from 'node:url';

const parts: url.UrlObject[] = [
  { protocol: 'http', host: 'a.com', pathname: 'x' },
  { protocol: 'http:', hostname: 'a.com', port: 80, pathname: '/x?y#z' },
  { protocol: 'x', hostname: 'a', pathname: 'b' },
  { slashes: true, hostname: 'a' },
  { slashes: true, pathname: '//b' },
  { protocol: 'file', pathname: '/etc' },
  { protocol: 'file:', host: '' },
  { hostname: '::1', port: '3', protocol: 'ws' },
  { hostname: '[::1]', protocol: 'ws' },
  { auth: "a b:c@d!'()*~", host: 'h', protocol: 'ftp' },
  { query: { a: 1, b: ['x', 'y'], c: '' } },
  { query: 'ignored', search: 's#t' },
  { search: '?', hash: '#' },
  { hash: 'h', pathname: '#p' },
  { protocol: 'mailto', host: 'b.c', auth: 'a' },
  { protocol: 'javascript', pathname: 'alert(1)' },
  {},
];
for (const each of parts) console.log(each, '→', url.format(each));
console.log(url.format('http://a.com:80/x y'), url.format(url.parse('//a/b', false, true)));
const address = new URL('http://user:pw@xn--lck1c3crb1723bpq4a.com:81/a?a=b#c');
const options: url.URLFormatOptions[] = [
  {},
  { unicode: true },
  { auth: false, fragment: false, search: false },
  { fragment: false, unicode: true },
];
for (const each of options) console.log(each, '→', url.format(address, each));
console.log(
  url.format(new URL('mailto:a@b'), { unicode: true }),
  url.format(new URL('http://xn--a/')),
);
// Programs pass these in spite of the types.
for (const each of [5, 'x', true, [], null, { auth: null, search: 0 }])
  try {
    console.log(url.format(address, each as url.URLFormatOptions));
  } catch (error) {
    console.log(String(error));
  }
