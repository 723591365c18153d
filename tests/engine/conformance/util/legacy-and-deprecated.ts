import * as util from 'node:util';
function Old() {}
function Base() {}
Base.prototype.hello = () => 'hello';
util.inherits(Old as never, Base as never);
console.log(
  new (Old as never as new () => { hello(): string })().hello(),
  (Old as never as { super_: unknown }).super_ === Base,
);
const add = util.deprecate((a: number, b: number) => a + b, 'add() is old', 'DEP_ADD');
console.log(add(1, 2), add(3, 4), add.length);
const same = util.deprecate(() => 'again', 'never shown', 'DEP_ADD');
console.log(same());
console.log(
  util.isArray([]),
  (util as never as { _extend(a: object, b: object): object })._extend({ a: 1 }, { b: 2 }),
);
console.log(
  util.isDeepStrictEqual({ a: [1, new Set([{ b: 2 }])] }, { a: [1, new Set([{ b: 2 }])] }),
  util.isDeepStrictEqual([1], ['1']),
);
console.log(
  util.toUSVString('\ud800x'),
  util.stripVTControlCharacters('\u001b[1mbold\u001b[22m \u001b]8;;url\u0007link'),
);
process.on('warning', (warning) =>
  console.log('seen', warning.name, (warning as { code?: string }).code),
);
