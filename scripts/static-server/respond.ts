import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { headersFor } from '../headers-table.ts';
import { locate } from './locate.ts';
import { contentTypeOf } from './mime.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A request handler that serves a built site as its hosts do: the site's headers, clean addresses,
 * a 404 page, validators, and a precompressed `.br` file where one lies beside the file.
 *
 * @param root Folder of the built site.
 */
export function siteHandler(root: string): Answer {
  return (request, response) => {
    respond(root, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}

async function respond(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [rawPath = '/', query] = (request.url ?? '/').split('?', 2);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    end(response, 405, { Allow: 'GET, HEAD' });
    return;
  }
  const located = await locate(root, rawPath);
  switch (located.kind) {
    case 'malformed':
      end(response, 400);
      return;
    case 'redirect': {
      const location = query === undefined ? located.pathname : `${located.pathname}?${query}`;
      end(response, 301, { ...headersFor(located.pathname), Location: location });
      return;
    }
    case 'missing':
      await sendFile(join(root, '404.html'), '/404.html', 404, request, response);
      return;
    case 'file':
      await sendFile(located.file, located.pathname, 200, request, response);
  }
}

async function sendFile(
  file: string,
  pathname: string,
  status: 200 | 404,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  const compressed = takesBrotli ? await readIfThere(`${file}.br`) : undefined;
  const body = compressed ?? (await readIfThere(file));
  const etag = `"${createHash('sha256')
    .update(body ?? '')
    .digest('base64url')
    .slice(0, 22)}"`;
  const headers = {
    'Cache-Control': 'no-cache',
    ...headersFor(pathname),
    'Content-Type': body === undefined ? 'text/plain' : contentTypeOf(file),
    ...(compressed === undefined ? {} : { 'Content-Encoding': 'br' }),
    Vary: 'Accept-Encoding',
    ETag: etag,
  };
  if (status === 200 && request.headers['if-none-match'] === etag) {
    end(response, 304, headers);
    return;
  }
  const sent = body ?? Buffer.from('Not found');
  response.writeHead(status, { ...headers, 'Content-Length': sent.byteLength });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers);
  response.end();
}
