import type { Machine } from '../machine.ts';
import { createAssert, type DescribeCall } from './assert/assert-module.ts';
import { callExpression } from './assert/call-expression.ts';
import { internalErrors } from './errors/internal-errors.ts';
import { createAsyncHooks } from './async-hooks/async-hooks-module.ts';
import { createEvents } from './events/events-module.ts';
import { StringDecoder } from './buffer/string-decoder.ts';
import { installBlobs } from './buffer/blob-methods.ts';
import { bufferModule } from './buffer/buffer-module.ts';
import { createOs } from './os/os-module.ts';
import { installGlob, matchesGlob } from './path/glob-door.ts';
import { createPath } from './path/path-module.ts';
import { createPunycode } from './punycode/punycode-module.ts';
import { querystring } from './querystring/querystring-module.ts';
import { processMembers } from './process-module.ts';
import { consumers } from './stream/consumers.ts';
import { createStream, promises as streamPromises } from './stream/stream-module.ts';
import { showStreamsAsNode } from './stream/web/show-streams.ts';
import { trackWebStreams } from './stream/web/track.ts';
import { webStreams } from './stream/web/web-module.ts';
import type { ModuleName } from './table.ts';
import { createTest } from './test/test-module.ts';
import { timersOf } from './timers/timers.ts';
import { tty } from './tty/tty-module.ts';
import { inspectUrlsAsNode } from './url/inspect-urls.ts';
import { installUrl } from './url/node-url.ts';
import { createUrl } from './url/url-module.ts';
import { watchPromises } from './util/inspect/promise-states.ts';
import { createDeprecate } from './util/deprecate.ts';
import { installEncoding } from './util/encoding.ts';
import { inspectPlatformAsNode } from './util/inspect-platform.ts';
import { watchProxies } from './util/proxies.ts';
import { types } from './util/types.ts';
import { createUtil } from './util/util-module.ts';

/** A module's exports by name, `default` among them. */
export type Namespace = Record<string, unknown>;

function describeCalls(machine: Machine): DescribeCall {
  return (error) => {
    const position = machine.position(error);
    const line = position && machine.source(position.file)?.split('\n')[position.line - 1];
    return position && line !== undefined ? callExpression(line, position.column) : undefined;
  };
}

/** Makes a value at the first call, and gives it again at every other. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A module whose default is an object or a function with the exports as its members. */
function whole(members: object): Namespace {
  return { ...members, default: members };
}

/**
 * The built-in modules of one program.
 * @returns name without `node:` → the function that makes the module, once, when it is imported
 */
export function createBuiltins(machine: Machine): ReadonlyMap<string, () => Namespace> {
  const { process } = machine;
  inspectPlatformAsNode();
  installEncoding();
  watchPromises();
  watchProxies();
  installUrl();
  inspectUrlsAsNode();
  trackWebStreams();
  showStreamsAsNode();
  installBlobs(machine);
  const assertions = once(() => createAssert(describeCalls(machine), createDeprecate(process)));
  const path = once(() => createPath(() => process.cwd()));
  const asyncHooks = once(() => createAsyncHooks(machine));
  const util = once(() => createUtil(process));
  const timers = once(() => timersOf(machine));
  const modules: Readonly<Record<ModuleName, () => Namespace>> = {
    assert: () => whole(assertions().assert),
    'assert/strict': () => whole(assertions().strict),
    buffer: () => ({ ...bufferModule, default: bufferModule }),
    console: () => whole(console),
    events: () => createEvents(asyncHooks().AsyncResource),
    module: () => whole(machine.moduleClass()),
    os: () => whole(createOs(process)),
    path: () => whole(path()),
    'path/posix': () => whole(path()),
    'path/win32': () => whole(path().win32),
    process: () => ({ ...processMembers(process), default: process }),
    punycode: () =>
      whole(
        createPunycode(() =>
          process.emitWarning(
            'The `punycode` module is deprecated. Please use a userland alternative instead.',
            'DeprecationWarning',
            'DEP0040',
          ),
        ),
      ),
    querystring: () => whole(querystring),
    stream: () => whole(createStream(machine.context)),
    'stream/consumers': () => whole(consumers),
    'stream/promises': () => whole(streamPromises),
    'stream/web': () => whole(webStreams()),
    string_decoder: () => whole({ StringDecoder }),
    sys: () => {
      const message = 'sys is deprecated. Use util instead.';
      process.emitWarning(message, 'DeprecationWarning', 'DEP0025');
      return whole(util());
    },
    test: () => createTest(machine, assertions().assert, timers()),
    timers: () => whole(timers()),
    'timers/promises': () => whole(timers().promises),
    tty: () => whole(tty),
    url: () => whole(createUrl(path())),
    util: () => whole(util()),
    'util/types': () => whole(types),
  };
  const lazy = new Map(Object.entries(modules).map(([name, make]) => [name, once(make)]));
  lazy.set('internal/context', () => ({ context: machine.context }));
  lazy.set('internal/async_hooks', () => whole(asyncHooks()));
  // For modules of Node that are fetched when a project names them.
  lazy.set('internal/machine', () => ({ machine }));
  lazy.set('internal/errors', () => internalErrors);
  lazy.set('internal/glob', () => ({ installGlob, matchesGlob }));
  // Under `node --test` a file without tests is reported too.
  if (process.execArgv.includes('--test')) lazy.get('test')?.();
  return lazy;
}
