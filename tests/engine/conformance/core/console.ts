/** The console's methods, on stdout and stderr. */
console.log('plain', 1, true, null, undefined, { a: { b: { c: { d: 1 } } } });
console.log('%s is %d years, %i, %f, %j, %o, %O, %%', 'Ada', 36, 36.9, '1.5', { a: 1 }, [1], {
  b: 2,
});
console.log();
console.info('info');
console.debug('debug');
console.warn('warn %s', 'me');
console.error('error', { code: 1 });
console.group('outer');
console.log('one\ntwo');
console.group();
console.log('deeper');
console.groupEnd();
console.warn('still indented');
console.groupEnd();
console.log('back');
console.count();
console.count('calls');
console.count('calls');
console.countReset('calls');
console.count('calls');
console.assert(true, 'not printed');
console.assert(false, 'printed with %s', 'a value');
console.assert(false, { reason: 1 });
console.assert(false);
console.dir({ a: { b: { c: { d: {} } } } }, { depth: 0 });
console.dir({ a: { b: { c: { d: {} } } } }, { depth: null });
console.dirxml([1, 2], 'x');
console.table([
  { name: 'Ada', year: 1815 },
  { name: 'Grace', year: 1906, rank: 'Rear admiral' },
]);
console.table([
  [1, 'é'],
  [2, '漢字'],
]);
console.table([1, 'two', { three: 3 }]);
console.table(
  new Map([
    ['a', { x: 1 }],
    ['b', { x: 2 }],
  ]),
);
console.table(new Set(['x', 'y']));
console.table({ first: { a: 1, b: 2 }, second: { a: 3 } }, ['b']);
console.table('no table');
console.table([]);
console.countReset('never counted');
console.timeEnd('never begun');
console.trace('here');
const { log } = console;
log('on its own');
const errors = new console.Console(process.stderr);
errors.log('to stderr');

export {};
