console.table([{ a: 1, b: 'x' }, { a: 2, c: true }]); console.table([[1, 2], [3, 4]]); console.table(['x', { a: 1 }]); console.table(new Map([['k', { v: 1 }], ['l', 2]] as [string, unknown][])); console.table(new Set([1, 'two']));
console.table([{ a: 1, b: 2 }], ['b']); console.table([1, 2], ['x']); console.table({ one: { n: 1 }, two: { n: 2 } }); console.table(5); console.table('text'); console.table(null); console.table([]); console.table(new Map().entries());
console.table([{ name: '中文', icon: '👍' }, { name: 'é', icon: '→' }]); console.table([{ deep: { a: { b: 1 } }, list: [1, 2, 3, 4, 5], fn() {} }]); console.table([Symbol('s'), null, undefined]); console.table(new Uint8Array([1, 2]));
try { console.table([], 'x' as never); } catch (error) { console.log((error as Error).message); }
