import { styleText, inspect } from 'node:util';
const shown = { validateStream: false } as const;
console.log(
  JSON.stringify([
    styleText('red', 'a', shown),
    styleText(['bold', 'underline'], 'b', shown),
    styleText('none' as never, 'c', shown),
    styleText('#f80' as never, 'd', shown),
  ]),
);
console.log(
  JSON.stringify([
    styleText('bold', `a${styleText('dim', 'b', shown)}c`, shown),
    styleText('red', 'plain'),
  ]),
);
const terminal = { isTTY: true, getColorDepth: () => 8, on() {}, write() {}, pipe() {} };
console.log(
  JSON.stringify(styleText('green', 'x', { stream: terminal as never })),
  Object.keys(inspect.colors).length,
);
for (const attempt of [
  () => styleText('rosy' as never, 'a'),
  () => styleText('red', 1 as never),
  () => styleText('red', 'a', { stream: {} as never }),
])
  try {
    attempt();
  } catch (error) {
    console.log((error as Error).message.slice(0, 80));
  }
