import readline from 'node:readline';
import promises from 'node:readline/promises';
import { PassThrough, Writable } from 'node:stream';
import { promisify } from 'node:util';

const printing = new Writable({
  write(chunk, encoding, done) {
    console.log('out', JSON.stringify(String(chunk)));
    done();
  },
});
const turn = () => new Promise((resolve) => setImmediate(resolve));
const input = new PassThrough();
const rl = readline.createInterface({ input, output: printing });
rl.question('name? ', (answer) => {
  console.log('answer', answer);
  rl.question('again? ', { signal: new AbortController().signal }, (more) =>
    console.log('more', more),
  );
});
rl.question('waiting? ', () => console.log('never'));
input.write('Ada\n');
await turn();
input.write('yes\nplain\n');
rl.on('line', (line) => console.log('line', line));
await turn();
const ask = promisify(rl.question).bind(rl) as never as (
  query: string,
  options?: object,
) => Promise<string>;
setImmediate(() => input.write('promised\n'));
console.log(await ask('promise? '));
const cancelled = new AbortController();
rl.question('cancel? ', { signal: cancelled.signal }, () => console.log('never'));
cancelled.abort();
rl.question('gone? ', { signal: AbortSignal.abort() }, () => console.log('never'));
await ask('aborted? ', { signal: AbortSignal.abort() }).catch((error) =>
  console.log(error.name, error.code),
);
rl.close();
const from = new PassThrough();
const later = promises.createInterface({ input: from, output: printing });
setImmediate(() => from.write('42\n'));
console.log(await later.question('number? '), later instanceof promises.Interface);
const controller = new AbortController();
const pending = later.question('slow? ', { signal: controller.signal });
controller.abort();
await pending.catch((error) => console.log(error.name, error.code));
await later
  .question('late? ', { signal: AbortSignal.abort() })
  .catch((error) => console.log(error.name));
later.close();
await later.question('closed? ').catch((error) => console.log(error.code));
console.log(
  Object.keys(promises).sort().join(),
  Object.keys(readline).sort().join(),
  readline.promises === promises,
);
{
  using disposed = readline.createInterface({ input: new PassThrough() });
  disposed.on('close', () => console.log('disposed'));
}
