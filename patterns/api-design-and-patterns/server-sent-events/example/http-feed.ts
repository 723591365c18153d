import type { IncomingMessage, RequestListener } from 'node:http';
import type { Clock } from '#lab';
import type { Feed } from './feed.ts';

/** Each stands against somebody on the way who means well. */
const HEADERS = {
  'content-type': 'text/event-stream',
  // No cache keeps it, no proxy compresses it in blocks.
  'cache-control': 'no-store, no-transform',
  // nginx hands on each piece as it comes.
  'x-accel-buffering': 'no',
};

/**
 * Answers GET with the feed, for as long as the reader stays.
 *
 * @param mayRead 204 tells a browser not to come back
 */
export function serveFeed(
  feed: Feed,
  mayRead: (request: IncomingMessage) => boolean,
): RequestListener {
  return (request, response) => {
    const { method = '' } = request;
    if (!['GET', 'HEAD'].includes(method)) {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    if (!mayRead(request)) {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, HEADERS);
    if (method === 'HEAD') {
      response.end(); // `curl -I` shows the headers, and is done
      return;
    }
    const leave = feed.join(response, lastEventIdOf(request));
    response.once('close', leave);
  };
}

/**
 * A browser sends the header when it reconnects by itself. A new
 * `EventSource` has no id yet, so its page puts it in the URL.
 */
function lastEventIdOf({ headers, url = '' }: IncomingMessage) {
  const header = headers['last-event-id'];
  if (typeof header === 'string') return header;
  // Not `new URL`: it throws at a path such as `//`.
  const query = url.slice(url.indexOf('?') + 1);
  return new URLSearchParams(query).get('last-event-id') ?? '';
}

/** Keeps all streams from being idle, until the signal. */
export async function keepAlive(
  feed: Feed,
  { clock, everyMs }: { clock: Clock; everyMs: number },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await clock.sleep(everyMs, { signal }).catch(() => undefined);
    if (!signal.aborted) feed.beat();
  }
}
