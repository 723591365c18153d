// dataloader: loads of one turn become one batch, and each key is loaded once.
import DataLoader from 'dataloader';

const calls: (readonly number[])[] = [];
const users = new DataLoader<number, { id: number }>(async (ids) => {
  calls.push(ids);
  return ids.map((id) => (id > 9 ? new Error(`There is no user ${id}.`) : { id }));
});

const [one, two, again] = await Promise.all([users.load(1), users.load(2), users.load(1)]);
console.log(one, two, one === again, calls);
console.log(await users.load(2), calls.length);
await users.load(10).catch((error: unknown) => console.log(String(error)));
console.log(await users.loadMany([1, 11]));
users.clear(1).prime(3, { id: 33 });
console.log(await users.load(1), await users.load(3), calls);
try {
  users.load(null as never);
} catch (error) {
  console.log((error as Error).message);
}

const small = new DataLoader<string, string>(async (keys) => keys.map((key) => key.toUpperCase()), {
  maxBatchSize: 2,
  cache: false,
  batchScheduleFn: (callback) => setTimeout(callback, 5),
});
console.log(await Promise.all(['a', 'b', 'c'].map((key) => small.load(key))));
