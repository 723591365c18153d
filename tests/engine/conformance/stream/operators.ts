import { Readable } from 'node:stream';

const numbers = () => Readable.from([1, 2, 3, 4, 5, 6]);
console.log(
  await numbers()
    .map((n) => n * 2)
    .toArray(),
);
console.log(
  await numbers()
    .map(async (n) => n * 3, { concurrency: 2 })
    .toArray(),
);
console.log(
  await numbers()
    .filter((n) => n % 2 === 0)
    .take(2)
    .toArray(),
);
console.log(await numbers().drop(4).toArray());
console.log(
  await numbers()
    .flatMap((n) => [n, -n])
    .toArray(),
);
console.log(await numbers().reduce((a, b) => a + b));
console.log(await numbers().reduce((a, b) => a + b, 100));
console.log(await numbers().some((n) => n > 5), await numbers().every((n) => n > 5));
console.log(await numbers().find((n) => n > 3), await numbers().find((n) => n > 9));
await numbers().forEach((n) => console.log('each', n));

const show = (error: NodeJS.ErrnoException) => console.log(error.name, error.code, error.message);
await Readable.from([])
  .reduce((a, b) => a + b)
  .catch(show);
await numbers()
  .map(() => Promise.reject(new Error('mapper')))
  .toArray()
  .catch(show);
const signal = AbortSignal.abort();
await numbers().toArray({ signal }).catch(show);
await numbers()
  .forEach('x' as never)
  .catch(show);
for (const call of [
  () => numbers().map(1 as never),
  () => numbers().take(-1),
  () =>
    numbers()
      .drop('a' as never)
      .toArray(),
  () => numbers().map((n) => n, { concurrency: 0 }),
  () => numbers().map((n) => n, 1 as never),
  () => new (numbers().map as never as new () => unknown)(),
]) {
  try {
    console.log(await call());
  } catch (error) {
    show(error as Error);
  }
}
