const { write } = process.stdout;
const heard: string[] = [];
process.stdout.write = ((text: string) => (heard.push(text), true)) as never;
console.log('caught', { a: 1 });
console.table([1]);
process.stdout.write = write;
console.log(JSON.stringify(heard));
console.log(
  console[Symbol.toStringTag as never],
  String(console),
  typeof console.profile,
  console.timeStamp?.(),
);
const original = console.log;
console.log = (...args: unknown[]) => original('patched:', ...args);
console.log('x');
console.info('not patched');
console.log = original;
console.trace('trace %s', 'text');
