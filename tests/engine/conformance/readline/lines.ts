import readline, { createInterface } from 'node:readline';
import { PassThrough, Readable, Writable } from 'node:stream';

const lines = async (chunks: (string | Buffer)[], options = {}) => {
  const got: string[] = [];
  for await (const line of createInterface({ input: Readable.from(chunks), ...options }))
    got.push(line);
  return got;
};
console.log(await lines(['one\ntwo\nthree']), await lines(['a\r', '\nb\r\nc\rd\n\n']));
console.log(
  await lines(['x\r', '\ny'], { crlfDelay: Infinity }),
  await lines([]),
  await lines(['\n']),
);
console.log(
  await lines([Buffer.from([0xe2, 0x82]), Buffer.from([0xac, 10])]),
  await lines(['u\u2028v\u2029w']),
);
const input = new PassThrough();
const rl = createInterface({ input, prompt: 'ready ' });
for (const event of ['line', 'close', 'pause', 'resume'])
  rl.on(event, (...args) => console.log(event, ...args));
console.log(rl.getPrompt(), rl.terminal, rl.line, rl.crlfDelay, rl instanceof readline.Interface);
input.write('first\nsec');
input.write('ond\n');
await new Promise((resolve) => setImmediate(resolve));
rl.pause();
rl.pause();
rl.resume();
rl.write('written\nrest');
input.end();
await new Promise((resolve) => setImmediate(resolve));
for (const run of [
  () => rl.pause(),
  () => rl.resume(),
  () => rl.write('x'),
  () => rl.close(),
  () => rl.question('x', () => {}),
])
  try {
    run();
    console.log('fine');
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
console.log(input.listenerCount('data'), input.listenerCount('end'));
let printed = '';
const output = new Writable({
  write(chunk, encoding, done) {
    printed += chunk;
    done();
  },
});
const prompting = createInterface({ input: new PassThrough(), output });
prompting.prompt();
prompting.setPrompt('$ ');
prompting.prompt(true);
prompting.close();
console.log(JSON.stringify(printed), prompting.getPrompt());
const failing = new PassThrough();
const faulty = createInterface({ input: failing });
faulty.on('error', (error) => console.log('error', error.message));
failing.destroy(new Error('input broke'));
await new Promise((resolve) => setImmediate(resolve));
const controller = new AbortController();
const aborted = createInterface({ input: new PassThrough(), signal: controller.signal });
aborted.on('close', () => console.log('aborted'));
controller.abort();
createInterface({ input: new PassThrough(), signal: AbortSignal.abort() }).on('close', () =>
  console.log('before'),
);
await new Promise((resolve) => setImmediate(resolve));
const broken = createInterface({ input: Readable.from(['1\n2\n3\n']) });
broken.on('close', () => console.log('closed'));
for await (const line of broken) {
  console.log(line);
  break;
}
console.log(
  (readline as never as { Interface: Function }).Interface({ input: new PassThrough() }) instanceof
    readline.Interface,
);
for (const options of [
  { historySize: -1 },
  { completer: 5 },
  { tabSize: 0 },
  { signal: 5 },
  { escapeCodeTimeout: NaN },
])
  try {
    createInterface({ input: new PassThrough(), ...options } as never);
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
