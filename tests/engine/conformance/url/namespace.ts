import url, * as all from 'node:url';

console.log(Object.keys(url), Object.keys(all).toSorted());
console.log(new url.Url(), url.URL === URL, url.URLSearchParams === URLSearchParams);
const parts = new url.Url();
console.log(parts instanceof url.Url, Object.keys(parts).length);
const parsed = url.parse('http://a:1/b?c');
console.log(
  url.parse(parsed as unknown as string) === parsed,
  parsed.format(),
  parsed.resolve('/x'),
);
parsed.search = null;
parsed.query = { z: 1 } as never;
console.log(parsed.format(), JSON.stringify(parsed));
