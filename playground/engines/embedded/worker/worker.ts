/** The Worker's program: it takes one job, runs it, and answers pings. */
import {
  pongText,
  readyText,
  type Assets,
  type Handed,
  type Job,
  type ToVisitor,
} from '../protocol.ts';
import { saveNative, type WorkerScope } from './native.ts';
import { takeAwayBrowser } from './prelude.ts';
import { Program } from './program.ts';
import type { ThreadStart } from './thread.ts';

type Message =
  | { readonly type: 'run'; readonly job: Job }
  | { readonly type: 'ping'; readonly id: string }
  | ToVisitor;

const scope = globalThis as unknown as WorkerScope;
const native = saveNative(scope);
const listen = scope.addEventListener.bind(scope);
const parse = JSON.parse.bind(JSON) as (text: string) => Message;
let assets: Assets = {};
let program: Program | undefined;
/** Set before the job where another thread of the program made this one. */
let thread: ThreadStart | undefined;

listen('message', (event) => {
  event.stopImmediatePropagation();
  const { data } = event as MessageEvent<string | Handed | ThreadStart>;
  if (typeof data !== 'string') {
    assets = data.assets;
    if (data.type === 'thread') thread = data;
    return;
  }
  const message = parse(data);
  if (message.type === 'ping') native.post(pongText(message.id));
  else if (message.type === 'run') run(message.job);
  else program?.visit(message);
});

listen('error', (event) => {
  event.preventDefault();
  const { error, filename, lineno, colno } = event as ErrorEvent;
  program?.uncaught(error, filename, lineno, colno);
});

listen('unhandledrejection', (event) => {
  event.preventDefault();
  const { reason, promise } = event as PromiseRejectionEvent;
  program?.rejected(promise, reason);
});

listen('rejectionhandled', (event) => {
  program?.handled((event as PromiseRejectionEvent).promise);
});

function run(job: Job): void {
  program = new Program(job, assets, native, thread);
  void program.start();
}

takeAwayBrowser(globalThis);
native.post(readyText);
