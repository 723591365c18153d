import { MIMEParams, MIMEType } from 'node:util';
const type = new MIMEType('Text/HTML; Charset="utf-8 x"; a=b');
console.log(
  String(type),
  type.type,
  type.subtype,
  type.essence,
  [...type.params],
  JSON.stringify({ type }),
);
type.params.set('q', 'a "quoted" \\ text');
type.params.delete('A');
type.type = 'application';
type.subtype = 'json';
console.log(`${type}`, type.params.get('charset'), type.params.has('none'), type, new MIMEParams());
for (const text of ['', 'x', 'a/', '/b', 'a b/c', 'a/b;', 'a/b;c', 'a/b; c="x'])
  try {
    console.log(text, '→', `${new MIMEType(text)}`);
  } catch (error) {
    console.log((error as { code?: string }).code, (error as Error).message);
  }
try {
  type.params.set('', 'x');
} catch (error) {
  console.log((error as Error).message);
}
