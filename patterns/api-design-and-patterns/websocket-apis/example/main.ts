import { compare } from '#lab';
import { knock } from './handshakes.ts';
import { plain } from './plain.ts';
import { resumable } from './resumable.ts';
import { RUN_MS, Town } from './town.ts';

console.log('Over real sockets, with ws');
await knock((line) => console.log(line));
console.log('');

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'Plain, as in a tutorial',
    heading: 'plain',
    play: async (world) =>
      (await new Town(world, plain).live()).figures(),
  },
  pattern: {
    title: 'Beats, a log, hints, a drain',
    heading: 'resumable',
    play: async (world) =>
      (await new Town(world, resumable).live()).figures(),
  },
});
