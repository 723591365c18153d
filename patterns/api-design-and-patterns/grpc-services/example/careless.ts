import type { ServiceImpl } from '@connectrpc/connect';
import { withDeadline } from '#lab';
import type { Calls, CallerOptions } from './caller.ts';
import type { DepotService } from './depot-pb.ts';
import type { Depot, Position } from './depot-service.ts';

/** Works as long as all goes well: nothing here can stop. */
export function carelessService(
  depot: Depot,
): ServiceImpl<typeof DepotService> {
  return {
    async planRoute({ address }, { requestHeader }) {
      const id = requestHeader.get('x-request-id') ?? 'none';
      const headers = { 'x-request-id': id };
      try {
        const call = { headers };
        const { meters } = await depot.roads.measure(
          { address },
          call,
        );
        return { meters };
      } catch (cause) {
        // Connect answers INTERNAL, gRPC servers UNKNOWN.
        throw new Error('cannot plan', { cause });
      }
    },

    async *watchVan() {
      const queue: Position[] = [];
      let wake = (): void => undefined;
      depot.watch((position) => {
        queue.push(position);
        depot.queued(1);
        wake();
      });
      for (;;) {
        for (;;) {
          const position = queue.shift();
          if (!position) break;
          depot.queued(-1);
          yield position;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },

    async loadParcels(scans) {
      const ids: string[] = [];
      for await (const { parcelId } of scans) ids.push(parcelId);
      if (ids.length > depot.placesInVan)
        throw new Error('too many parcels');
      return { parcels: ids.length };
    },

    async *deliver(asks) {
      let place: number | undefined;
      for await (const { resumeToken } of asks) {
        place ??= depot.stopsSoFar();
        const address = await depot.stopAfter(place);
        yield { address, resumeToken };
        place += 1;
      }
    },
  };
}

/** The same caller as people write it first. */
export function carelessCaller(o: CallerOptions): Calls {
  const { clock, depot, deadlineMs, tries } = o;

  const ask = async (
    address: string,
    id: string,
  ): Promise<number> => {
    const headers = { 'x-request-id': id };
    for (let n = 1; ; n += 1) {
      try {
        return (await depot.planRoute({ address }, { headers }))
          .meters;
      } catch (error) {
        if (n >= tries) throw error;
        await clock.sleep(o.backoffMs);
      }
    }
  };

  return {
    // Stops waiting, and tells nobody.
    plan: (address, id) =>
      withDeadline(clock, { timeoutMs: deadlineMs }, () =>
        ask(address, id),
      ),

    async watch(signal, see) {
      for await (const position of depot.watchVan({})) {
        await see(position);
        if (signal.aborted) return;
      }
    },

    async deliver(signal, connect, driveTo) {
      while (!signal.aborted) {
        const line = AbortSignal.any([signal, connect()]);
        let tell = (): void => undefined;
        const asks = async function* (): AsyncGenerator<object> {
          for (;;) {
            const driven = new Promise<void>((resolve) => {
              tell = resolve;
            });
            yield {};
            await driven;
          }
        };
        try {
          const call = { signal: line };
          for await (const stop of depot.deliver(asks(), call)) {
            await driveTo(stop.address);
            tell();
          }
        } catch {
          await clock.sleep(o.backoffMs);
        }
      }
    },
  };
}
