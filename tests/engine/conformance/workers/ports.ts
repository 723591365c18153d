import { once } from 'node:events';
import {
  BroadcastChannel,
  MessageChannel,
  MessagePort,
  setEnvironmentData,
  getEnvironmentData,
} from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
console.log(port1 instanceof MessagePort, typeof port1.on, typeof port1.ref);
port2.on('message', (message) =>
  console.log('got', message instanceof MessagePort ? 'a port' : message),
);
port1.postMessage({ map: new Map([[1, 'one']]), date: new Date(0), bytes: new Uint8Array([1, 2]) });
port1.postMessage('second');
await once(port2, 'message');
await once(port2, 'message');
const bytes = new Uint8Array([7, 8, 9]);
port1.postMessage(bytes, [bytes.buffer]);
console.log(bytes.length);
await once(port2, 'message');
const inner = new MessageChannel();
port1.postMessage(inner.port2, [inner.port2]);
const [handed] = (await once(port2, 'message')) as [MessagePort];
handed.on('message', (message) => {
  console.log('by the handed port', message);
  handed.close();
});
inner.port1.postMessage('through');
await once(handed, 'close');
try {
  port1.postMessage(() => {});
} catch (error) {
  console.log((error as Error).name);
}
const left = new BroadcastChannel('news');
const right = new BroadcastChannel('news');
const heard = new Promise<void>((resolve) => {
  right.onmessage = (event) => {
    console.log('broadcast', (event as MessageEvent).data);
    left.close();
    right.close();
    resolve();
  };
});
left.postMessage('to everybody');
setEnvironmentData('key', 'value');
console.log(getEnvironmentData('key'), getEnvironmentData('none'));
await heard;
port2.on('close', () => console.log('closed'));
port1.close();
