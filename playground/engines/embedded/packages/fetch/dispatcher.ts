import Request from 'undici/lib/core/request.js';
import { machine } from 'node:internal/machine';
import { resolveOwnHost } from './own-host.ts';
import { Exchange } from './exchange.ts';
import { upgrade } from './upgrade.ts';

/** What undici's `fetch` asks for, and who hears the answer. */
interface Asked {
  readonly origin: string;
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** Sends the requests of `fetch` and `WebSocket` to servers of the program, and nowhere else. */
const ownNetwork = {
  dispatch(options: Asked, handler: { onError(error: Error): void }): boolean {
    try {
      const request = new Request(options.origin, options, handler);
      const url = new URL(options.origin);
      machine.loop.poll(() => send(request, url));
    } catch (error) {
      handler.onError(error as Error);
    }
    return true;
  },
};

function send(request: Request, url: URL): void {
  try {
    const address = resolveOwnHost(url);
    const port = Number(url.port || 80);
    const to = { host: address, port };
    const host = request.host ?? url.host;
    if (request.upgrade === null) void new Exchange(request, { ...to, hostHeader: host }).send();
    else upgrade(request, to, host);
  } catch (error) {
    request.onError(error as Error);
  }
}

export const getGlobalDispatcher = (): typeof ownNetwork => ownNetwork;
