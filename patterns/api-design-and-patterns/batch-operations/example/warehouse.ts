import {
  Network,
  reasonOf,
  Service,
  ServiceError,
  Slots,
} from '#lab';
import type { World } from '#lab';
import { BatchRefusedError, checkBatch } from './item.ts';
import type { Item, Result } from './item.ts';
import { Jobs } from './jobs.ts';
import type { JobView } from './jobs.ts';
import { applyEach, applyTogether } from './apply.ts';
import { RowError } from './store.ts';
import type { Change, MakeChange, Store } from './store.ts';

const LIMITS = { items: 1_000, bytes: 100_000 };
const KEEP_MS = 60_000;
const MOST_JOBS = 10;
export const PAGE = 100;

export type Receipt = Item<Change>;

/** The baseline: all in one transaction, then an answer. */
export function allAtOnce(
  world: World,
  store: Store,
): Service<readonly Receipt[], void> {
  return new Service(world, {
    name: 'imports',
    network: new Network(world, { delayMs: () => 5 }),
    latencyMs: () => 10,
    handle: (receipts) =>
      // Is not told when the caller hangs up, as most are not.
      store.run(async (change) => {
        for (const receipt of receipts)
          await doOne(receipt, change);
      }),
  });
}

/** @throws {ServiceError} that names the item */
async function doOne(
  { id, body }: Receipt,
  change: MakeChange,
): Promise<void> {
  try {
    await change({ ...body, receipt: id });
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    throw new ServiceError(error.status, id);
  }
}

/** The requests of the pattern. */
export type ImportRequest =
  | { do: 'start'; id: string; receipts: readonly Receipt[] }
  | { do: 'look'; id: string }
  | { do: 'read'; id: string; from: number };

export interface ImportAnswer {
  readonly status: 200 | 202;
  readonly job: JobView;
  readonly results: readonly Result[];
}

export interface ChunkOptions {
  readonly chunk: number;
  readonly workers: number;
  /** Whether a chunk stands or falls as one. */
  readonly atomic: boolean;
}

/** The pattern: a job, in chunks, with a result for each item. */
export function inChunks(
  world: World,
  store: Store,
  { atomic, ...size }: ChunkOptions,
): Service<ImportRequest, ImportAnswer> {
  const applyChunk = atomic ? applyTogether : applyEach;
  // For all jobs together, so that others have connections.
  const { clock } = world;
  const lanes = new Slots({ clock, size: size.workers });
  const jobs = new Jobs<Change>({
    clock,
    keepMs: KEEP_MS,
    most: MOST_JOBS,
    batch: {
      ...size,
      apply: async (chunk, signal) => {
        const release = await lanes.acquire(signal);
        try {
          return await applyChunk(store, chunk, signal);
        } finally {
          release();
        }
      },
      onError: (error) => world.noteOnce(reasonOf(error)),
    },
  });
  return new Service(world, {
    name: 'imports',
    network: new Network(world, { delayMs: () => 5 }),
    latencyMs: () => 10,
    handle: async (request) => answer(jobs, request),
  });
}

function answer(
  jobs: Jobs<Change>,
  request: ImportRequest,
): ImportAnswer {
  const { id } = request;
  if (request.do === 'start') {
    check(request.receipts);
    const job = jobs.start(id, request.receipts);
    if (job === 'differs') throw new ServiceError(422, job);
    if (job === 'full') throw new ServiceError(429, job);
    return { status: 202, job, results: [] };
  }
  const job = jobs.view(id);
  if (!job) throw new ServiceError(404);
  const from = request.do === 'read' ? request.from : Infinity;
  return {
    status: 200,
    job,
    results: jobs.results(id, from, PAGE),
  };
}

function check(receipts: readonly Receipt[]): void {
  const { byteLength } = new TextEncoder().encode(
    JSON.stringify(receipts),
  );
  try {
    checkBatch(receipts, byteLength, LIMITS);
  } catch (error) {
    if (!(error instanceof BatchRefusedError)) throw error;
    throw new ServiceError(error.status, error.message);
  }
}
