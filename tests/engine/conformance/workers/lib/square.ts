import { isMainThread, parentPort, threadId, workerData } from 'node:worker_threads';

interface Task {
  readonly numbers: readonly number[];
}

const { numbers } = workerData as Task;
parentPort?.postMessage({ isMainThread, threadId, squares: numbers.map((one) => one * one) });
parentPort?.on('message', (text: string) => {
  if (text === 'end') parentPort?.close();
  else parentPort?.postMessage(text.toUpperCase());
});
