// Two thousand lines with a promised turn between each.
import { setImmediate as turn } from 'node:timers/promises';

for (let line = 0; line < 2000; line++) {
  console.log('line', line);
  if (line % 100 === 0) console.error('hundred', line / 100);
  await turn();
}
