import {
  invalidArgValue,
  outOfRange,
  validateBoolean,
  validateFunction,
  validateInteger,
  validateObject,
  validateOneOf,
} from 'node:internal/errors';
import { IncomingMessage } from './incoming-message.ts';
import { ServerResponse } from './server-response.ts';

export type HttpValidation = 'strict' | 'relaxed' | 'insecure';

/** What a server is made with. */
export interface ServerOptions extends Partial<ServerSettings> {
  readonly noDelay?: boolean;
  readonly keepAlive?: boolean;
  readonly keepAliveInitialDelay?: number;
  readonly highWaterMark?: number;
}

/** What a server keeps of its options; times in milliseconds. */
export interface ServerSettings {
  IncomingMessage: typeof IncomingMessage;
  ServerResponse: typeof ServerResponse;
  maxHeaderSize: number | undefined;
  insecureHTTPParser: boolean | undefined;
  httpValidation: HttpValidation | undefined;
  requestTimeout: number;
  headersTimeout: number;
  keepAliveTimeout: number;
  keepAliveTimeoutBuffer: number;
  connectionsCheckingInterval: number;
  requireHostHeader: boolean;
  joinDuplicateHeaders: boolean | undefined;
  rejectNonStandardBodyWrites: boolean;
  shouldUpgradeCallback: (request: IncomingMessage) => boolean;
  uniqueHeaders: readonly (string | readonly string[])[] | undefined;
}

const validations = ['strict', 'relaxed', 'insecure'];

/** @throws where an option is of the wrong type, or out of range */
export function readServerOptions(options: ServerOptions | null | undefined): ServerSettings {
  const given = options ?? {};
  validateObject(given, 'options');
  const { maxHeaderSize, httpValidation, shouldUpgradeCallback } = given;
  if (maxHeaderSize !== undefined) validateInteger(maxHeaderSize, 'maxHeaderSize', 0);
  const insecureHTTPParser = flag(given, 'insecureHTTPParser');
  checkValidation(httpValidation, insecureHTTPParser);
  if (shouldUpgradeCallback !== undefined)
    validateFunction(shouldUpgradeCallback, 'options.shouldUpgradeCallback');
  return {
    IncomingMessage: given.IncomingMessage ?? IncomingMessage,
    ServerResponse: given.ServerResponse ?? ServerResponse,
    maxHeaderSize,
    insecureHTTPParser,
    httpValidation,
    ...readTimes(given),
    requireHostHeader: flag(given, 'requireHostHeader') ?? true,
    joinDuplicateHeaders: flag(given, 'joinDuplicateHeaders'),
    rejectNonStandardBodyWrites: flag(given, 'rejectNonStandardBodyWrites') ?? false,
    shouldUpgradeCallback: shouldUpgradeCallback ?? upgradesWhereHeard,
    uniqueHeaders: given.uniqueHeaders,
  };
}

/** @throws where both are given: one says more than the other */
export function checkValidation(
  httpValidation: unknown,
  insecureHTTPParser: boolean | undefined,
): void {
  if (httpValidation === undefined) return;
  validateOneOf(httpValidation, 'options.httpValidation', validations);
  if (insecureHTTPParser === undefined) return;
  const why = 'cannot be used together with options.insecureHTTPParser';
  throw invalidArgValue('options.httpValidation', httpValidation, why);
}

function readTimes(options: ServerOptions) {
  const requestTimeout = time(options, 'requestTimeout', 300_000);
  const otherwise = Math.min(60_000, requestTimeout);
  const headersTimeout = time(options, 'headersTimeout', otherwise);
  if (requestTimeout > 0 && headersTimeout > requestTimeout)
    throw outOfRange('headersTimeout', '<= requestTimeout', options.headersTimeout);
  return {
    requestTimeout,
    headersTimeout,
    keepAliveTimeout: time(options, 'keepAliveTimeout', 5000),
    keepAliveTimeoutBuffer: time(options, 'keepAliveTimeoutBuffer', 1000),
    connectionsCheckingInterval: time(options, 'connectionsCheckingInterval', 30_000),
  };
}

type TimeName =
  | 'requestTimeout'
  | 'headersTimeout'
  | 'keepAliveTimeout'
  | 'keepAliveTimeoutBuffer'
  | 'connectionsCheckingInterval';

function time(options: ServerOptions, name: TimeName, otherwise: number): number {
  const value = options[name];
  if (value === undefined) return otherwise;
  validateInteger(value, name, 0);
  return value;
}

type FlagName =
  | 'insecureHTTPParser'
  | 'requireHostHeader'
  | 'joinDuplicateHeaders'
  | 'rejectNonStandardBodyWrites';

function flag(options: ServerOptions, name: FlagName): boolean | undefined {
  const value = options[name];
  if (value !== undefined) validateBoolean(value, `options.${name}`);
  return value;
}

function upgradesWhereHeard(this: { listenerCount(event: string): number }): boolean {
  return this.listenerCount('upgrade') > 0;
}
