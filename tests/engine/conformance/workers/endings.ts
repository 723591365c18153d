import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const at = (name: string) => new URL(`./lib/${name}.ts`, import.meta.url);
const failing = new Worker(at('fails'));
failing.on('error', (error: NodeJS.ErrnoException) =>
  console.log('error', error instanceof TypeError, error.message, error.code),
);
await new Promise<void>((resolve) =>
  failing.on('exit', (code) => {
    console.log('exit', code);
    resolve();
  }),
);
const exiting = new Worker(at('exits'), { workerData: 3, argv: ['a', 1], env: { COLOR: 'blue' } });
console.log('exit', ...(await once(exiting, 'exit')));
const quiet = new Worker(at('exits'), { workerData: 0, stdout: true, stderr: true });
let printed = '';
quiet.stdout.setEncoding('utf8').on('data', (chunk) => (printed += chunk));
await once(quiet, 'exit');
await new Promise((resolve) => setTimeout(resolve, 20));
console.log(JSON.stringify(printed));
const endless = new Worker(at('square'), { workerData: { numbers: [] } });
await once(endless, 'message');
console.log('terminated', await endless.terminate(), await endless.terminate());
for (const run of [
  () => new Worker('x.ts'),
  () => new Worker(5 as never),
  () => new Worker('./x.ts', { env: 5 as never }),
])
  try {
    run();
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
