import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import tty from 'node:tty';

const { stdout, stderr } = process;
console.log(stdout instanceof Writable, stdout.fd, stderr.fd, stdout.isTTY, stdout.columns);
console.log(
  stdout.writable,
  stdout.writableEnded,
  stdout.writableObjectMode,
  (stdout as never as { _isStdio: boolean })._isStdio,
);
console.log(
  typeof stdout.hasColors,
  typeof stdout.getColorDepth,
  typeof stdout.getWindowSize,
  typeof stdout.cork,
);
stdout.write('text\n');
console.log(
  stdout.write(Buffer.from('bytes\n')),
  stdout.write('6865780a', 'hex'),
  stdout.write(''),
);
stdout.write(Buffer.from([0xe2, 0x82]));
stdout.write(Buffer.from([0xac, 10]));
stdout.write('callback\n', (error) => console.log('written', error));
stdout.write('with encoding\n', 'latin1', () => console.log('written too'));
process.nextTick(() => console.log('tick'));
console.log('sync');
await new Promise((resolve) => setImmediate(resolve));
stdout.cork();
stdout.write('corked 1\n');
stdout.write('corked 2\n');
stderr.write('not corked\n');
stdout.uncork();
Readable.from(['piped 1\n', 'piped 2\n']).pipe(stdout);
await new Promise((resolve) => setImmediate(resolve));
console.log(stdout.writableEnded, stdout.writableLength);
await pipeline(Readable.from(['pipeline\n']), stdout, { end: false });
for (const value of [null, 5, {}])
  try {
    stdout.write(value as never);
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
console.log(tty.isatty(0), tty.isatty(1), tty.isatty(99), tty.isatty('x' as never));
stdout.on('finish', () => stderr.write('finish\n'));
stdout.end('the end\n', () => stderr.write('ended\n'));
console.error(stdout.writableEnded, stdout.writable);
