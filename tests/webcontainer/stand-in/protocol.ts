/** What the stand-in's page and its server say to each other over a WebSocket, as JSON. */

/** From the page: a call, answered by `reply` with the same id. */
export interface Call {
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** From the server. */
export type FromServer =
  | { readonly type: 'reply'; readonly id: number; readonly value?: unknown }
  | { readonly type: 'error'; readonly id: number; readonly message: string }
  | { readonly type: 'output'; readonly process: number; readonly text: string | null }
  | { readonly type: 'exit'; readonly process: number; readonly code: number }
  | {
      readonly type: 'port';
      readonly port: number;
      readonly state: 'open' | 'close';
      readonly url: string;
    };

/** A folder of WebContainer's own form: files (`f`), links (`l`) and folders (`d`). */
export interface InternalTree {
  readonly d: Readonly<Record<string, InternalTree | InternalFile>>;
}
export interface InternalFile {
  readonly f: { readonly c: string; readonly b?: boolean } | { readonly l: string };
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | number | boolean>>;
  readonly terminal?: { readonly cols: number; readonly rows: number };
}
