import { Console } from 'node:console';
import { Writable } from 'node:stream';
const said: string[] = [];
const to = (name: string) =>
  new Writable({
    write(chunk, _, done) {
      said.push(`${name}: ${chunk}`);
      done();
    },
  });
const own = new Console({
  stdout: to('out'),
  stderr: to('err'),
  groupIndentation: 4,
  inspectOptions: { depth: 0, colors: true },
});
own.log('hello', { a: { b: 1 } });
own.error('bad');
own.group('g');
own.log('in');
own.groupEnd();
own.table([{ a: 1 }]);
own.assert(false, 'no');
own.count();
own.trace('here');
new Console(to('both')).warn('positional');
Console(to('called') as never).log('without new');
new Console({ stdout: to('colored'), colorMode: true }).log([1, 'x'], 'plain');
console.log(
  JSON.stringify(
    said.map((text) => text.replaceAll(/\n +at .*/g, '')),
    null,
    1,
  ),
);
const attempts = [
  () => new Console({} as never),
  () => new Console({ stdout: to('a'), stderr: 1 as never }),
  () => new Console({ stdout: to('a'), colorMode: 'maybe' as never }),
  () => new Console({ stdout: to('a'), groupIndentation: -1 }),
  () => new Console({ stdout: to('a'), groupIndentation: 1001 }),
  () => new Console({ stdout: to('a'), inspectOptions: 1 as never }),
  () => new Console({ stdout: to('a'), colorMode: true, inspectOptions: { colors: true } }),
];
for (const attempt of attempts)
  try {
    attempt();
  } catch (error) {
    console.log((error as { code?: string }).code, (error as Error).message);
  }
console.log(
  own instanceof Console,
  console instanceof Console,
  {} instanceof Console,
  Object.keys(own).length,
  own[Symbol.toStringTag as never],
  console.log.name,
);
