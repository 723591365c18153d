import {
  invalidArgType,
  validateBoolean,
  validateInteger,
  validateString,
} from 'node:internal/errors';
import type { Agent } from './agent.ts';
import { httpError } from './http-errors.ts';
import { checkValidation } from './server-options.ts';
import { isToken } from './tokens.ts';

/** What a request is made with, whichever way it was given. */
export type RequestOptions = Record<string, unknown>;

export type Listener = (...args: never[]) => void;

/** Reads `(url, options, callback)`, where the first or second may be missing. */
export function readRequestArguments(
  args: readonly unknown[],
): readonly [RequestOptions, Listener | undefined] {
  const [first] = args;
  const fromUrl = typeof first === 'string' || first instanceof URL;
  const [options, callback] = fromUrl ? args.slice(1) : args;
  const url = fromUrl ? urlOptions(new URL(first)) : {};
  if (typeof options === 'function') return [url, options as Listener];
  const given = Object.assign(Object.create(null) as object, url, options);
  return [given as RequestOptions, callback as Listener | undefined];
}

function urlOptions(url: URL): RequestOptions {
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = url;
  return {
    protocol,
    hostname: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
    hash,
    search,
    pathname,
    path: `${pathname}${search}`,
    href,
    ...(port === '' ? {} : { port: Number(port) }),
    ...(username === '' && password === ''
      ? {}
      : { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` }),
  };
}

type AgentMaker = new () => Agent;

/** @returns undefined where the request makes a connection of its own */
export function readAgent(options: RequestOptions, otherwise: Agent): Agent | undefined {
  const { agent, createConnection } = options;
  if (agent === false) return new (otherwise.constructor as AgentMaker)();
  if (agent === undefined || agent === null)
    return typeof createConnection === 'function' ? undefined : otherwise;
  if (typeof (agent as Agent).addRequest === 'function') return agent as Agent;
  throw invalidArgType('options.agent', ['Agent-like Object', 'undefined', 'false'], agent);
}

/** @throws where a host is neither text nor missing */
export function readHost(options: RequestOptions): string {
  for (const name of ['hostname', 'host']) {
    const host = options[name];
    if (host !== undefined && host !== null && typeof host !== 'string')
      throw invalidArgType(`options.${name}`, ['string', 'undefined', 'null'], host);
    if (host) return host;
  }
  return 'localhost';
}

/** A host as the header names it: an IPv6 address in brackets, a port where it is not the usual. */
export function hostHeader(host: string, port: unknown, defaultPort: number | undefined): string {
  const isIPv6 = host.includes(':', host.indexOf(':') + 1) && host.includes(':');
  const name = isIPv6 && !host.startsWith('[') ? `[${host}]` : host;
  return port && Number(port) !== defaultPort ? `${name}:${String(port)}` : name;
}

/** @throws where a character would end the first line, or split it */
export function readPath(path: unknown): string {
  const text = `${path as string}`;
  if (/[^\u0021-\u00ff]/.test(text)) throw httpError('ERR_UNESCAPED_CHARACTERS', 'Request path');
  return text;
}

export function readMethod(method: unknown): string {
  if (method === undefined || method === null) return 'GET';
  validateString(method, 'options.method');
  if (method === '') return 'GET';
  if (!isToken(method)) throw httpError('ERR_INVALID_HTTP_TOKEN', 'Method', method);
  return method.toUpperCase();
}

/** What a client says of the answers that it takes. */
export function readParserOptions(options: RequestOptions) {
  const { maxHeaderSize, insecureHTTPParser, httpValidation, joinDuplicateHeaders } = options;
  if (maxHeaderSize !== undefined) validateInteger(maxHeaderSize, 'maxHeaderSize', 0);
  if (insecureHTTPParser !== undefined)
    validateBoolean(insecureHTTPParser, 'options.insecureHTTPParser');
  checkValidation(httpValidation, insecureHTTPParser);
  if (joinDuplicateHeaders !== undefined)
    validateBoolean(joinDuplicateHeaders, 'options.joinDuplicateHeaders');
  return {
    maxHeaderSize,
    insecureHTTPParser,
    httpValidation: httpValidation as 'strict' | 'relaxed' | 'insecure' | undefined,
    joinDuplicateHeaders,
  };
}
