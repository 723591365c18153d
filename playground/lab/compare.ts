import { trace } from './emit.ts';
import { figureTable } from './figures.ts';
import type { Figure } from './figures.ts';
import { Random } from './random.ts';
import { VirtualClock } from './virtual-clock.ts';
import { World } from './world.ts';

/** One of the two runs of a comparison. */
export interface Scenario {
  /** Heading of its story and its drawing: "Without a breaker". */
  readonly title: string;
  /** Heading of its column in the table: "without". */
  readonly heading: string;
  /** Plays in a world of its own and reports its figures. */
  readonly play: (world: World) => Promise<readonly Figure[]>;
}

/** Two scenarios that differ in the pattern only. */
export interface Comparison {
  /** Both draw from it, each from its beginning. */
  readonly seed: number;
  /** Length of the time axis. */
  readonly durationMs: number;
  readonly baseline: Scenario;
  readonly pattern: Scenario;
}

/** What both reported. */
export interface ComparisonResult {
  readonly baseline: readonly Figure[];
  readonly pattern: readonly Figure[];
}

/**
 * Plays the baseline and then the pattern, each in a new virtual time and with the same seed,
 * prints the story of each and the table of their figures, and traces everything.
 *
 * @throws what a scenario throws, and DeadlockError where it waits for nothing
 */
export async function compare(comparison: Comparison): Promise<ComparisonResult> {
  const baseline = await play('baseline', comparison.baseline, comparison);
  const pattern = await play('pattern', comparison.pattern, comparison);
  const columns = [
    { heading: comparison.baseline.heading, figures: baseline },
    { heading: comparison.pattern.heading, figures: pattern },
  ];
  console.log(figureTable(columns).join('\n'));
  return { baseline, pattern };
}

async function play(
  run: string,
  { title, play: playIn }: Scenario,
  { seed, durationMs }: Comparison,
): Promise<readonly Figure[]> {
  console.log(title);
  trace({ kind: 'run', run, title, durationMs });
  const clock = new VirtualClock();
  const world = new World(run, clock, new Random(seed));
  const figures = await clock.run(() => playIn(world));
  for (const figure of figures) trace({ kind: 'figure', run, ...figure });
  console.log('');
  return figures;
}
