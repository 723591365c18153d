// Ticks between the callbacks of one phase, and before the reactions that they queue.
let immediates = 0;
function immediate(): void {
  const number = ++immediates;
  console.log('immediate', number);
  process.nextTick(() => {
    console.log('tick', number);
    Promise.resolve().then(() => {
      console.log('reaction', number);
      process.nextTick(() => console.log('late tick', number));
    });
  });
}
setImmediate(immediate);
setImmediate(immediate);
setImmediate(immediate);

async function steps(name: string): Promise<void> {
  for (let step = 0; step < 3; step++) {
    await null;
    console.log(name, step);
  }
}
void steps('a');
void steps('b');

const thenable = {
  then(resolve: (value: string) => void): void {
    console.log('then is called');
    resolve('thenable');
  },
};
console.log(await (thenable as PromiseLike<string>));
await new Promise<void>((resolve) => process.nextTick(resolve));
console.log('after a tick');
await new Promise<void>((resolve) => setImmediate(resolve));
console.log('after an immediate');

export {};
