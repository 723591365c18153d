import { createHash } from 'node:crypto';
import type { ExamplePack } from './example-pack.ts';
import type { RecordedRun } from './recorded-run.ts';

/** The events of a recorded run, for who moves through its drawings before anything has run. */
export function traceFileText({ events }: Pick<RecordedRun, 'events'>): string {
  return JSON.stringify(events);
}

/** Path of that file below `/traces/`, without its ending; it carries a hash of the content. */
export function traceFilePath(
  { capability }: Pick<ExamplePack, 'capability'>,
  recorded: Pick<RecordedRun, 'events'>,
): string {
  const hash = createHash('sha256').update(traceFileText(recorded)).digest('hex').slice(0, 8);
  return `${capability}.${hash}`;
}

/** Where a page finds the file. */
export function traceUrl(
  pack: Pick<ExamplePack, 'capability'>,
  recorded: Pick<RecordedRun, 'events'>,
): string {
  return `/traces/${traceFilePath(pack, recorded)}.json`;
}
