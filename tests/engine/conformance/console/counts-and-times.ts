console.count();
console.count();
console.count('a');
console.countReset();
console.count();
console.countReset('none');
console.count(undefined);
console.count({} as never);
console.time();
console.time();
console.timeLog('none');
console.timeEnd('none');
console.time('t');
console.timeEnd('t' + '?');
try {
  console.time(Symbol('s') as never);
} catch (error) {
  console.log((error as Error).message);
}
console.assert(true, 'silent');
console.assert(false);
console.assert(false, 'told %s', 'so', { a: 1 });
console.assert(false, { a: 1 });
console.assert(0, 'x');
