/**
 * `fetch` and `WebSocket` as Node has them: undici's, over the program's own network. A project that
 * names one of these globals gets them all before its first line.
 */
import './resource-timing.ts';
import { FormData } from 'undici/lib/web/fetch/formdata.js';
import { Headers } from 'undici/lib/web/fetch/headers.js';
import { fetch as send } from 'undici/lib/web/fetch/index.js';
import { Request } from 'undici/lib/web/fetch/request.js';
import { Response } from 'undici/lib/web/fetch/response.js';
import { CloseEvent, MessageEvent } from 'undici/lib/web/websocket/events.js';
import { WebSocket } from 'undici/lib/web/websocket/websocket.js';

async function fetch(
  input: RequestInfo | URL,
  init: RequestInit | undefined = undefined,
): Promise<Response> {
  try {
    return await send(input, init);
  } catch (error) {
    if (error instanceof Error) Error.captureStackTrace(error, fetch);
    throw error;
  }
}

const globals = {
  fetch,
  FormData,
  Headers,
  Request,
  Response,
  CloseEvent,
  MessageEvent,
  WebSocket,
};

for (const [name, value] of Object.entries(globals))
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
