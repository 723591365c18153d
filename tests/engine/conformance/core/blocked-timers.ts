// A thread that was busy finds several timers due: Node goes list by list, one list a delay.
const log = (text: string) => (): void => console.log(text);
const until = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setTimeout(log('200 a'), 200);
setTimeout(log('10 a'), 10);
setTimeout(log('400 a'), 400);
until(4);
setTimeout(log('200 b'), 200);
setTimeout(() => {
  console.log('10 b');
  Promise.resolve().then(log('reaction of 10 b'));
  process.nextTick(log('tick of 10 b'));
}, 10);
setImmediate(log('immediate'));
until(500);
console.log('free');

export {};
