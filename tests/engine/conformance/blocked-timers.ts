// A thread that was busy finds several timers due: Node goes list by list, one list a delay.
const log = (text: string) => (): void => console.log(text);
const until = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};
setTimeout(log('20 a'), 20);
until(4);
setTimeout(log('10 a'), 10);
setTimeout(log('30 a'), 30);
until(4);
setTimeout(log('20 b'), 20);
setTimeout(() => {
  console.log('10 b');
  Promise.resolve().then(log('reaction of 10 b'));
  process.nextTick(log('tick of 10 b'));
}, 10);
setImmediate(log('immediate'));
until(60);
console.log('free');
