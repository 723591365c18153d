import { isMainThread, parentPort, threadId, Worker, workerData } from 'node:worker_threads';

console.log(isMainThread, threadId, parentPort, workerData);
const worker = new Worker(new URL('./lib/square.ts', import.meta.url), {
  workerData: { numbers: [1, 2, 3] },
});
console.log(worker.threadId);
worker.on('online', () => console.log('online'));
worker.on('message', (message) => {
  console.log('message', message);
  if (message === 'HELLO') worker.postMessage('end');
  else worker.postMessage('hello');
});
worker.on('error', (error) => console.log('error', error));
worker.on('exit', (code) => console.log('exit', code, worker.threadId));
