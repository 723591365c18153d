/** The parts of undici that `fetch` is made of; its types cover only its public side. */

declare module 'undici/lib/web/fetch/index.js' {
  export const fetch: typeof globalThis.fetch;
}

declare module 'undici/lib/web/fetch/formdata.js' {
  export const FormData: typeof globalThis.FormData;
}

declare module 'undici/lib/web/fetch/headers.js' {
  export const Headers: typeof globalThis.Headers;
}

declare module 'undici/lib/web/fetch/request.js' {
  export const Request: typeof globalThis.Request;
}

declare module 'undici/lib/web/fetch/response.js' {
  export const Response: typeof globalThis.Response;
}

declare module 'undici/lib/web/websocket/websocket.js' {
  export const WebSocket: typeof globalThis.WebSocket;
}

declare module 'undici/lib/web/websocket/events.js' {
  export const CloseEvent: typeof globalThis.CloseEvent;
  export const MessageEvent: typeof globalThis.MessageEvent;
}

declare module 'undici/lib/core/errors.js' {
  export const HTTPParserError: new (message: string) => Error;
  export const RequestAbortedError: new () => Error;
  export const RequestContentLengthMismatchError: new () => Error;
  export const SocketError: new (message: string, socket?: object) => Error;
}

declare module 'undici/lib/core/request.js' {
  /** One request: its checked headers, and guards around whoever hears the answer. */
  export default class Request {
    constructor(origin: string, options: object, handler: object);
    readonly method: string;
    readonly path: string;
    readonly host: string | null;
    readonly upgrade: string | null;
    readonly reset: boolean | null;
    readonly contentLength: number | null;
    readonly body: AsyncIterable<Uint8Array> | Uint8Array | null;
    /** Names and values in turn. */
    readonly headers: readonly (string | readonly string[])[];
    readonly aborted: boolean;
    readonly completed: boolean;
    onConnect(abort: (error?: Error) => void): void;
    onHeaders(
      status: number,
      headers: readonly string[],
      resume: () => void,
      statusText: string,
    ): boolean | undefined;
    onData(bytes: Uint8Array): boolean | undefined;
    onUpgrade(status: number, headers: readonly string[], socket: unknown): void;
    onComplete(trailers: readonly string[]): void;
    onError(error: Error): void;
    onBodySent(bytes: Uint8Array): void;
    onRequestSent(): void;
  }
}
