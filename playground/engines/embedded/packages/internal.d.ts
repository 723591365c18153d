/** What the worker's program gives to the modules of Node that are fetched by themselves. */

declare module 'node:internal/machine' {
  /** The machine that the program runs on. */
  export const machine: import('../worker/machine.ts').Machine;
}

declare module 'node:internal/glob' {
  type Door = typeof import('../worker/modules/path/glob-door.ts');
  export const installGlob: Door['installGlob'];
  export const matchesGlob: Door['matchesGlob'];
}

declare module 'node:internal/network' {
  type Parser = typeof import('../worker/network/http/message-parser.ts');
  type Errors = typeof import('../worker/network/http/parse-error.ts');
  type Client = typeof import('../worker/network/http/http-client.ts');
  /** The one network of the program. */
  export const network: import('../worker/network/network.ts').Network;
  /** Asks the program's servers, for `fetch` and for the page. */
  export const client: InstanceType<Client['HttpClient']>;
  export const MessageParser: Parser['MessageParser'];
  export type MessageParser = InstanceType<Parser['MessageParser']>;
  export const ParseError: Errors['ParseError'];
  export type ParseError = InstanceType<Errors['ParseError']>;
}

declare module 'node:internal/readline' {
  export const readline: typeof import('node:readline');
  export const readlinePromises: typeof import('node:readline/promises');
}

declare module 'node:internal/fs' {
  /** The one file system of the program; its functions have the types of `node:fs`. */
  export const fs: typeof import('node:fs') & {
    readonly _toUnixTimestamp: (time: unknown) => number;
    readonly FileReadStream: unknown;
    readonly FileWriteStream: unknown;
    readonly lchmodSync: unknown;
    readonly lchmod: unknown;
  };
  export const promises: typeof import('node:fs/promises');
}

/** Bundling these would bring a copy of `inspect`, and a second `AbortError`. */
declare module 'node:internal/errors' {
  type Arguments = typeof import('../worker/modules/errors/argument-errors.ts');
  type Objects = typeof import('../worker/modules/errors/object-errors.ts');
  export type NodeError = import('../worker/modules/errors/node-error.ts').NodeError;
  export const AbortError: typeof import('../worker/modules/errors/abort-error.ts').AbortError;
  export const nodeError: typeof import('../worker/modules/errors/node-error.ts').nodeError;
  export const invalidArgType: Arguments['invalidArgType'];
  export const invalidArgValue: Arguments['invalidArgValue'];
  export const missingArgs: Arguments['missingArgs'];
  export const notOneOf: Arguments['notOneOf'];
  export const outOfRange: Arguments['outOfRange'];
  export const illegalConstructor: Objects['illegalConstructor'];
  export const invalidThis: Objects['invalidThis'];
  export const notInEngine: Objects['notInEngine'];
  // An assertion must name its type where it is called, so these are functions and no constants.
  export function validateFunction(
    value: unknown,
    name: string,
  ): asserts value is (...args: never[]) => unknown;
  export function validateString(value: unknown, name: string): asserts value is string;
  export function validateBoolean(value: unknown, name: string): asserts value is boolean;
  export function validateObject(value: unknown, name: string): asserts value is object;
  export function validateNumber(
    value: unknown,
    name: string,
    min?: number,
    max?: number,
  ): asserts value is number;
  export function validateInteger(
    value: unknown,
    name: string,
    min?: number,
    max?: number,
  ): asserts value is number;
  export function validateOneOf(value: unknown, name: string, allowed: readonly unknown[]): void;
  export function validateSignal(
    value: unknown,
    name: string,
  ): asserts value is AbortSignal | undefined;
}
