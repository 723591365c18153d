// Generators, for await, and what happens when a loop is left early.
async function* numbers(): AsyncGenerator<number, string> {
  try {
    for (let number = 0; ; number++) {
      await null;
      yield number;
    }
  } finally {
    console.log('cleaned up');
  }
}
for await (const number of numbers()) {
  console.log(number);
  if (number === 2) break;
}

const iterator = numbers();
console.log(await iterator.next(), await iterator.return('left'), await iterator.next());

function* words(): Generator<string, void, number> {
  const answer = yield 'question';
  console.log('answer', answer);
  yield* ['more', 'words'];
}
const talk = words();
console.log(talk.next(), talk.next(42), [...talk]);

const results = await Promise.allSettled([
  Promise.resolve(1),
  Promise.reject(new Error('no')),
  new Promise((resolve) => setTimeout(resolve, 5, 'late')),
]);
for (const result of results) console.log(result.status);
console.log(await Promise.race([new Promise((r) => setTimeout(r, 20, 'slow')), 'fast']));
try {
  await Promise.any([Promise.reject(new Error('one')), Promise.reject(new Error('two'))]);
} catch (error) {
  const { name, message, errors } = error as AggregateError;
  console.log(name, message, errors.length);
}
console.log(await Array.fromAsync(numbersUpTo(3)));

async function* numbersUpTo(end: number): AsyncGenerator<number> {
  for (let number = 0; number < end; number++) yield number;
}
