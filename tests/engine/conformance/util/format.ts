import { format, formatWithOptions } from 'node:util';
console.log(
  format('%s %s %s', 'a', 1, { x: { y: {} } }),
  format('%s', [1, [2, [3]]]),
  format('%s', null, undefined),
);
console.log(
  format('%d %i %f', '42.5', '42.9px', '3.5x'),
  format('%d', 5n),
  format('%i', Symbol('a')),
);
console.log(
  format('%j', { a: [1] }),
  format(
    '%j',
    (() => {
      const c: Record<string, unknown> = {};
      c.c = c;
      return c;
    })(),
  ),
);
console.log(format('%o', { f() {} }), format('%O', { a: { b: { c: { d: {} } } } }));
console.log(
  format('%c styled', 'color: red'),
  format('100%% %s'),
  format('%%%s%%', 'x'),
  format('%x %s', 1, 2),
  format('%'),
);
console.log(format(1, 'two', [3]), format('a', { b: 1 }), format('%s'), format());
class Own {
  toString() {
    return 'own text';
  }
}
class Date2 extends Date {}
console.log(
  format('%s', new Own()),
  format('%s', class A {}),
  format('%s', () => 1),
  format('%s', Symbol('x')),
  format('%s', new Date2(0)),
);
console.log(
  formatWithOptions({ colors: true, compact: true }, '%s %O', 1, { a: 'x' }, [1]),
  format('%s', -0),
  format('%d', -0),
);
