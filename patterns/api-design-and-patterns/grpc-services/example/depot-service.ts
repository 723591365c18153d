import {
  Code,
  ConnectError,
  type CallOptions,
  type Client,
  type HandlerContext,
  type ServiceImpl,
} from '@connectrpc/connect';
import type { DepotService, RoadService } from './depot-pb.ts';
import { Latest } from './latest.ts';

/** Kept back of the caller's time, for the way home. */
const MARGIN_MS = 50;

export interface Position {
  readonly metersDriven: number;
  readonly measuredAtMs: bigint;
}

/** What stands behind the service. */
export interface Depot {
  readonly roads: Client<typeof RoadService>;
  readonly placesInVan: number;
  /** Calls `see` until the function it returns is called. */
  watch(see: (position: Position) => void): () => void;
  /** Positions that a queue grew by, or shrank by. */
  queued(change: number): void;
  /** Counts positions that were replaced before they went out. */
  skipped(positions: number): void;
  stopsSoFar(): number;
  /** The place of the oldest token that is still good. */
  oldestPlace(): number;
  /** Counts readers who begin with the whole list. */
  listed(): void;
  /** The stop after that many, as soon as there is one. */
  stopAfter(place: number, signal?: AbortSignal): Promise<string>;
}

/** One method of each kind, and each of them can stop. */
export function depotService(
  depot: Depot,
): ServiceImpl<typeof DepotService> {
  return {
    async planRoute({ address }, context) {
      if (address === '')
        throw new ConnectError(
          'address is missing',
          Code.InvalidArgument,
        );
      const call = handedOn(context);
      const { meters } = await depot.roads
        .measure({ address }, call)
        .catch(passOn);
      return { meters };
    },

    async *watchVan(_request, { signal }) {
      signal.throwIfAborted();
      const newest = new Latest<Position>();
      const leave = depot.watch((at) => newest.put(at));
      // Not in a `finally`: who waits at a `yield` is not woken
      // when the caller has gone. The signal aborts at any end.
      const end = (): void => {
        leave();
        depot.skipped(newest.replaced);
      };
      signal.addEventListener('abort', end, { once: true });
      // A `yield` waits until the caller takes the message.
      for (;;) yield await newest.take(signal);
    },

    async loadParcels(scans) {
      let parcels = 0;
      for await (const { parcelId } of scans) {
        if (parcels === depot.placesInVan)
          throw new ConnectError(
            `no room for ${parcelId}`,
            Code.FailedPrecondition,
          );
        parcels += 1;
      }
      return { parcels };
    },

    async *deliver(asks, { signal }) {
      let isFirst = true;
      for await (const { resumeToken } of asks) {
        const place = placeOf(resumeToken);
        if (resumeToken === '') depot.listed();
        else if (isFirst) mustBeGood(place, depot);
        isFirst = false;
        const address = await depot.stopAfter(place, signal);
        yield { address, resumeToken: `after-${place + 1}` };
      }
    },
  };
}

/**
 * The caller's signal, time and name, for the next hop.
 *
 * @throws DEADLINE_EXCEEDED where no time is left
 */
function handedOn(context: HandlerContext): CallOptions {
  const { signal, requestHeader } = context;
  const id = requestHeader.get('x-request-id') ?? 'none';
  const call = { signal, headers: { 'x-request-id': id } };
  const leftMs = context.timeoutMs();
  if (leftMs === undefined) return call;
  // Whole milliseconds: Connect refuses a fraction.
  const timeoutMs = Math.floor(leftMs - MARGIN_MS);
  if (timeoutMs > 0) return { ...call, timeoutMs };
  throw new ConnectError('too late', Code.DeadlineExceeded);
}

/** What is true of our call as well; the caller may act on it. */
const PASSED_ON: ReadonlySet<Code> = new Set([
  Code.NotFound,
  Code.Unavailable,
  Code.DeadlineExceeded,
  Code.Canceled,
]);

/**
 * What a dependency says to us: its INVALID_ARGUMENT is a
 * mistake of ours, and its text is not for our callers.
 */
function passOn(cause: unknown): never {
  if (PASSED_ON.has(ConnectError.from(cause).code)) throw cause;
  const [text, code] = ['cannot plan', Code.Internal] as const;
  throw new ConnectError(text, code, {}, [], cause);
}

/** @throws OUT_OF_RANGE where the stops behind it are gone */
function mustBeGood(place: number, depot: Depot): void {
  const isGood =
    place >= depot.oldestPlace() && place <= depot.stopsSoFar();
  if (isGood) return;
  throw new ConnectError(
    'resume_token is out of range: begin without one',
    Code.OutOfRange,
  );
}

/** @throws INVALID_ARGUMENT for a token that is not ours */
function placeOf(token: string): number {
  if (token === '') return 0;
  const place = /^after-(\d{1,9})$/.exec(token)?.[1];
  if (place === undefined)
    throw new ConnectError(
      'resume_token is not one of ours',
      Code.InvalidArgument,
    );
  return Number(place);
}
