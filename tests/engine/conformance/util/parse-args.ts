import { parseArgs } from 'node:util';
const options = {
  verbose: { type: 'boolean', short: 'v' },
  file: { type: 'string', short: 'f', multiple: true },
  level: { type: 'string', default: 'info' },
} as const;
console.log(
  parseArgs({
    args: ['-v', '--file=a', '-fb', 'pos', '--', '-x'],
    options,
    allowPositionals: true,
  }),
);
console.log(parseArgs({ args: ['-vf', 'x', '--level', 'debug'], options, tokens: true }));
console.log(
  parseArgs({ args: ['--no-verbose', '--no-color'], options, allowNegative: true, strict: false }),
);
for (const args of [
  ['--nope'],
  ['pos'],
  ['--file'],
  ['--verbose=1'],
  ['--file', '--verbose'],
  ['-f', '-v'],
])
  try {
    console.log(parseArgs({ args, options }));
  } catch (error) {
    console.log((error as { code?: string }).code, (error as Error).message);
  }
try {
  parseArgs({ args: [], options: { a: { type: 'number' as never } } });
} catch (error) {
  console.log((error as Error).message);
}
console.log(parseArgs());
