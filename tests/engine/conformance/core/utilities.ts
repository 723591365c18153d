import util, {
  callbackify,
  deprecate,
  inherits,
  isDeepStrictEqual,
  promisify,
  styleText,
  types,
} from 'node:util';
import { performance } from 'node:perf_hooks';
import process, { argv, env, nextTick } from 'node:process';

const half = promisify((value: number, done: (error: Error | null, half?: number) => void) =>
  value % 2 ? done(new Error(`${value} is odd`)) : done(null, value / 2),
);
console.log(await half(4), await half(3).catch((error: Error) => error.message));
try {
  promisify(1 as never);
} catch (error) {
  console.log(error);
}
const withCallback = callbackify(async (value: number) => value * 2);
withCallback(21, (error: Error | null, value: number) => console.log('called back', error, value));
callbackify(() => Promise.reject(null))((error: Error) =>
  console.log(error.message, (error as { reason?: unknown }).reason),
);
console.log(withCallback.name, withCallback.length);

function Animal(this: { kind: string }): void {
  this.kind = 'animal';
}
Animal.prototype.speak = function () {
  return `a ${this.kind}`;
};
function Dog(this: { kind: string }): void {
  Animal.call(this);
}
inherits(Dog as never, Animal as never);
console.log(new (Dog as unknown as new () => { speak(): string })().speak());
console.log(
  isDeepStrictEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }),
  isDeepStrictEqual([1], ['1']),
  isDeepStrictEqual(new Set([{ a: 1 }]), new Set([{ a: 1 }])),
);
const samples = [
  new Date(),
  /x/,
  new Map(),
  new Set(),
  new WeakMap(),
  Promise.resolve(),
  async () => {},
  function* () {},
  new Error(),
  new Uint8Array(1),
  new ArrayBuffer(1),
  Object(1),
  [],
  {},
];
for (const [name, check] of Object.entries(types).sort())
  if (!/Key|External|Proxy/.test(name))
    console.log(name, samples.map((sample) => Number(check(sample))).join(''));
const old = deprecate(() => 'old', 'old() is old', 'DEP9999');
console.log(
  old(),
  old(),
  styleText('red', 'plain'),
  JSON.stringify(styleText(['bold', 'red'], 'shown', { validateStream: false })),
);
try {
  styleText('no-color' as never, 'x');
} catch (error) {
  console.log((error as Error).message.slice(0, 60));
}
console.log(
  util.stripVTControlCharacters('\u001b[31mred\u001b[39m'),
  util.toUSVString('a\ud800'),
  util.inspect.custom,
  promisify.custom,
);
console.log(
  performance.now() > 0,
  performance.timeOrigin > 0,
  performance.mark('a').name,
  performance.measure('m', 'a').entryType,
);
console.log(
  process === globalThis.process,
  argv === process.argv,
  env === process.env,
  argv.length,
  typeof process.uptime(),
  process.cwd() === process.cwd(),
);
console.log(
  process.platform,
  process.argv0.length > 0,
  process.version,
  process.versions.node,
  process.release.name,
);
const [seconds, nanoseconds] = process.hrtime();
console.log(
  typeof seconds,
  typeof nanoseconds,
  typeof process.hrtime.bigint(),
  process.hrtime([seconds, nanoseconds]).length,
);
nextTick((...args: unknown[]) => console.log('tick', args), 1, 2);
process.emitWarning('careful', 'CustomWarning', 'W1');
process.on('exit', (code) => console.log('exit with', code, process.exitCode));
process.once('beforeExit', (code) => console.log('before exit', code));
console.log(process.stdout.write('written\n'), process.stdout.isTTY, process.stderr.fd);
process.stdout.write('with a callback\n', () => console.log('written indeed'));
