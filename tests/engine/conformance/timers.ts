// Timers: order, repetition, taking back, references, arguments.
import {
  setTimeout as wait,
  setInterval as every,
  setImmediate as turn,
} from 'node:timers/promises';

const order: string[] = [];
setTimeout(() => order.push('30'), 30);
setTimeout(() => order.push('10'), 10);
setTimeout(() => order.push('20'), 20);
setTimeout(() => order.push('1'), 0);
setTimeout((a: string, b: number) => order.push(`${a}${b}`), 15, 'args', 2);
const never = setTimeout(() => order.push('never'), 12);
clearTimeout(never);
clearTimeout(undefined);
await wait(50);
console.log(order.join(' '));

let beats = 0;
await new Promise<void>((resolve) => {
  const beat = setInterval(() => {
    beats += 1;
    if (beats < 4) return;
    clearInterval(beat);
    resolve();
  }, 5);
});
console.log('beats', beats);

const timer = setTimeout(() => console.log('refreshed'), 20);
console.log(typeof timer, timer.hasRef(), timer.unref().hasRef(), timer.ref().hasRef());
await wait(10);
timer.refresh();
await wait(15);
console.log('not yet');
await wait(20);

console.log(await wait(1, 'value'), await turn('turned'));
let ticks = 0;
for await (const tick of every(2, 'tick')) {
  console.log(tick, ++ticks);
  if (ticks === 3) break;
}

const controller = new AbortController();
setTimeout(() => controller.abort(), 5);
try {
  await wait(1000, undefined, { signal: controller.signal });
} catch (error) {
  console.log((error as Error).name, (error as { code?: string }).code, (error as Error).message);
}

const started = performance.now();
await wait(40);
const passed = performance.now() - started;
console.log(passed >= 38 && passed < 400);

setTimeout(() => console.log('unreferenced, never seen'), 10_000).unref();
setInterval(() => console.log('nor this'), 10_000).unref();
const immediate = setImmediate(() => console.log('nor that'));
clearImmediate(immediate);
