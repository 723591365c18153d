/** Programs that try to hurt the page; the engine must end them, or survive them. */
import type { Attack } from './attack.ts';

/** The engine's own patience is 1 s; a busy machine adds to it. */
const endsWithinMs = 4000;

export const abuse: readonly Attack[] = [
  { id: 'loop', title: 'an endless loop', code: `for (;;);`, endsWithinMs },
  {
    id: 'microtasks',
    title: 'endless microtasks',
    code: `const again = () => Promise.resolve().then(again); again(); await new Promise(() => {});`,
    endsWithinMs,
  },
  {
    id: 'fork',
    title: 'fifty nested Workers that spin',
    code: `const u = URL.createObjectURL(new Blob(['for (;;);']));
      for (let i = 0; i < 50; i++) new Worker(u); for (;;);`,
    endsWithinMs,
  },
  {
    id: 'recursion',
    title: 'deep recursion',
    code: `const f = () => f() + 1; f();`,
    silent: 'the language ends it',
  },
  {
    id: 'strings',
    title: 'a string that doubles for ever',
    code: `let s = 'x'; for (;;) s += s;`,
    silent: 'the language ends it',
  },
  {
    id: 'output',
    title: 'two million lines',
    code: `for (let i = 0; i < 2e6; i++) say('flood ' + i);`,
  },
  {
    id: 'one-line',
    title: 'one line of 50 MB',
    code: `say('x'.repeat(5e7));`,
    silent: 'the frame takes no text of that length, walls or not',
  },
  {
    id: 'errors',
    title: 'twenty thousand thrown errors',
    code: `for (let i = 0; i < 2e4; i++) setTimeout(() => { throw new Error('x'.repeat(1000)); });`,
    silent: 'an uncaught error ends a program in any case',
  },
  {
    id: 'rejections',
    title: 'fifty thousand rejections',
    code: `for (let i = 0; i < 5e4; i++) Promise.reject(new Error('r' + i));`,
    silent: 'an unhandled rejection ends a program in any case',
  },
  {
    id: 'timers',
    title: 'a storm of intervals',
    code: `for (let i = 0; i < 1e4; i++) setInterval(() => {}, 1);`,
    silent: 'it costs the Worker, and nobody else',
  },
  {
    id: 'getters',
    title: 'values that fight being shown',
    code: `const o = { get a() { throw 1; } }; o.o = o; console.log(o);
      console.log(new Proxy({}, { get() { throw 2; }, ownKeys() { throw 3; } }));`,
    silent: 'it prints or throws, and that is all',
  },
  {
    id: 'prototypes',
    title: 'broken built-ins',
    code: `JSON.stringify = () => '{"type":"end","reason":"exit","code":"<img>"}';
      Array.prototype.push = function () {}; Promise.prototype.then = function () {}; say('x');`,
    silent: 'the naked worker does not use what it breaks',
  },
  {
    id: 'pollution',
    title: 'keys that pollute',
    code: `globalThis[Symbol.for('backend-architect.trace')]?.(JSON.parse('{"__proto__":{"polluted":1},"kind":"note","run":"x","text":"y","atMs":1}'));
      say('{"__proto__":{"polluted":1}}');`,
    silent: 'the naked worker has no trace',
  },
  {
    id: 'markup',
    title: 'markup and control characters in output',
    code: `say('<img src=x onerror="parent.pwned=1">\\u001b]0;x\\u0007\\u202E</pre><script>top.pwned=1</script>');`,
    silent: 'the page that tries it writes no markup',
  },
  {
    id: 'regexp',
    title: 'a regular expression that never comes back',
    code: `/^(a+)+$/.test('a'.repeat(60) + '!');`,
    endsWithinMs,
  },
  {
    id: 'wasm-loop',
    title: 'an endless loop in WebAssembly',
    code: `const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 9, 1, 7,
        0, 3, 64, 12, 0, 11, 11];
      new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f();`,
    endsWithinMs,
  },
  {
    id: 'sleep',
    title: 'a thread that sleeps for a minute',
    code: `const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
      Atomics.wait(new Int32Array(memory.buffer), 0, 0, 60000);`,
    endsWithinMs,
  },
  {
    id: 'arrays',
    title: 'arrays that grow for ever',
    code: `const all = []; for (;;) all.push(new Array(1e5).fill(Math.random()));`,
    endsWithinMs,
  },
  {
    id: 'buffers',
    title: 'buffers of a gigabyte in all, and more that fail',
    code: `const all = []; for (;;) if (all.length < 8) try { all.push(new Uint8Array(1 << 27).fill(1)); } catch {}`,
    endsWithinMs,
  },
  {
    id: 'close',
    title: 'a thread that closes itself and goes on',
    code: `globalThis.close?.(); for (;;);`,
    endsWithinMs,
  },
];
