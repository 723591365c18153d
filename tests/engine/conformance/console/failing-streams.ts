import { Console } from 'node:console';
import { Writable } from 'node:stream';
const failing = () =>
  new Writable({
    write(_, __, done) {
      done(new Error('disk full'));
    },
  });
const quiet = new Console({ stdout: failing(), ignoreErrors: true });
quiet.log('lost');
console.log('went on');
const throwing = {
  write() {
    throw new Error('sync');
  },
  listenerCount: () => 1,
  once() {},
  removeListener() {},
};
new Console({ stdout: throwing as never }).log('lost');
console.log('went on');
try {
  new Console({ stdout: throwing as never, ignoreErrors: false }).log('x');
} catch (error) {
  console.log((error as Error).message);
}
class Loud extends Console {
  override log(...args: unknown[]) {
    super.log?.('loud', ...args);
  }
}
console.log(typeof new Loud(process.stdout).log, new Loud(process.stdout) instanceof Console);
const { log, error } = console;
log('unbound');
error('unbound too');
console.log(Object.keys(console).join());
