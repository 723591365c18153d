import * as readline from 'node:readline';
import { Readline } from 'node:readline/promises';
import { Writable } from 'node:stream';

const stream = new Writable({
  write(chunk, encoding, done) {
    console.log(JSON.stringify(String(chunk)));
    done();
  },
});
const attempt = (run: () => unknown) => {
  try {
    console.log(run());
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
};
for (const run of [
  () => readline.cursorTo(stream, 1, 2),
  () => readline.cursorTo(stream, 3),
  () => readline.cursorTo(stream, 3, () => console.log('moved')),
  () => readline.cursorTo(stream, 'x' as never, 1),
  () => readline.cursorTo(stream, NaN),
  () => readline.cursorTo(stream, 1, NaN),
  () => readline.cursorTo(stream, undefined as never),
  () => readline.cursorTo(null as never, 1, () => console.log('nothing')),
  () => readline.moveCursor(stream, -1, 2),
  () => readline.moveCursor(stream, 1, -2, () => console.log('moved')),
  () => readline.moveCursor(stream, 0, 0, () => console.log('stayed')),
  () => readline.clearLine(stream, -1),
  () => readline.clearLine(stream, 0),
  () => readline.clearLine(stream, 1),
  () => readline.clearScreenDown(stream),
  () => readline.clearScreenDown(undefined as never, () => console.log('no stream')),
  () => readline.clearLine(stream, 0, 5 as never),
])
  attempt(run);
const collected = new Readline(stream);
collected
  .cursorTo(1)
  .cursorTo(1, 2)
  .moveCursor(-1, 3)
  .moveCursor(0, 0)
  .clearLine(-1)
  .clearLine(0)
  .clearLine(1)
  .clearScreenDown();
await collected.commit();
collected.clearLine(0).rollback();
await collected.commit();
new Readline(stream, { autoCommit: true }).cursorTo(5);
attempt(() => new Readline({} as never));
attempt(() => collected.cursorTo('x' as never));
attempt(() => collected.clearLine(2 as never));
attempt(() => new Readline(stream, { autoCommit: 1 } as never));
