import { EventEmitter, on } from 'node:events';
import { setInterval, setTimeout as sleep } from 'node:timers/promises';

async function* numbers(count: number): AsyncGenerator<number> {
  try {
    for (let number = 0; number < count; number++) {
      await sleep(1);
      yield number;
    }
  } finally {
    console.log('closed');
  }
}
async function* doubled(source: AsyncIterable<number>): AsyncGenerator<number> {
  for await (const number of source) yield number * 2;
}

for await (const number of doubled(numbers(3))) console.log(number);
for await (const number of numbers(10)) {
  if (number === 2) break;
  console.log(number);
}
try {
  for await (const number of numbers(3)) if (number === 1) throw new Error('stop');
} catch (error) {
  console.log((error as Error).message);
}
for await (const value of [Promise.resolve('a'), 'b']) console.log(value);
console.log(await Array.fromAsync(numbers(3)));
const iterator = numbers(5);
console.log(await iterator.next(), await iterator.return(undefined), await iterator.next());

const source = new EventEmitter();
const controller = new AbortController();
setTimeout(() => {
  source.emit('data', 1);
  source.emit('data', 2, 'two');
  setTimeout(() => controller.abort(), 1);
}, 1);
try {
  for await (const args of on(source, 'data', { signal: controller.signal })) console.log(args);
} catch (error) {
  console.log((error as Error).name, source.listenerCount('data'), source.listenerCount('error'));
}
const failing = new EventEmitter();
setTimeout(() => failing.emit('error', new Error('from the source')), 1);
try {
  for await (const args of on(failing, 'data')) console.log(args);
} catch (error) {
  console.log((error as Error).message);
}
const events = on(source, 'more');
source.emit('more', 'early');
console.log(await events.next(), await events.return?.(), await events.next());
let ticks = 0;
const stop = new AbortController();
try {
  for await (const _ of setInterval(1, undefined, { signal: stop.signal }))
    if (++ticks === 3) stop.abort();
} catch (error) {
  console.log(ticks, (error as Error).name);
}
