/**
 * Every public module of Node, without `node:`; those of the first list exist with `node:` only.
 * What the engine lacks must not look like a package that somebody forgot to install.
 */
const prefixOnly = ['sea', 'sqlite', 'test', 'test/reporters'] as const;

const nodeModules = `_http_agent _http_client _http_common _http_incoming _http_outgoing
  _http_server _stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_wrap
  _stream_writable _tls_common _tls_wrap assert assert/strict async_hooks buffer child_process
  cluster console constants crypto dgram diagnostics_channel dns dns/promises domain events fs
  fs/promises http http2 https inspector inspector/promises module net os path path/posix
  path/win32 perf_hooks process punycode querystring readline readline/promises repl stream
  stream/consumers stream/promises stream/web string_decoder sys timers timers/promises tls
  trace_events tty url util util/types v8 vm wasi worker_threads zlib`.split(/\s+/);

const known = new Set(nodeModules);
const withPrefix = new Set<string>([...nodeModules, ...prefixOnly]);

/** `builtinModules` of `node:module`. */
export const publicModules: readonly string[] = [
  ...nodeModules,
  ...prefixOnly.map((name) => `node:${name}`),
];

/** @param specifier with or without `node:` */
export function isNodeModule(specifier: string): boolean {
  return specifier.startsWith('node:') ? withPrefix.has(specifier.slice(5)) : known.has(specifier);
}
