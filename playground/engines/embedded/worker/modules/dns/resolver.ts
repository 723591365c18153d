import { invalidArgType, validateFunction, validateString } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { explainNoNetwork, noNetwork } from '../net/resolve-host.ts';

/** There is no server to ask for these records: each question ends in an error that says so. */

const records: Readonly<Record<string, string>> = {
  resolve4: 'queryA',
  resolve6: 'queryAaaa',
  resolveAny: 'queryAny',
  resolveCaa: 'queryCaa',
  resolveCname: 'queryCname',
  resolveMx: 'queryMx',
  resolveNaptr: 'queryNaptr',
  resolveNs: 'queryNs',
  resolvePtr: 'queryPtr',
  resolveSoa: 'querySoa',
  resolveSrv: 'querySrv',
  resolveTlsa: 'queryTlsa',
  resolveTxt: 'queryTxt',
  reverse: 'getHostByAddr',
};

type Callback = (error: Error) => void;
export type Questions = Readonly<Record<string, (...args: unknown[]) => unknown>>;

function refusal(syscall: string, hostname: string): Error {
  explainNoNetwork();
  const message = `${syscall} ECONNREFUSED ${hostname} (the built-in engine: ${noNetwork})`;
  const details = { errno: undefined, code: 'ECONNREFUSED', syscall, hostname };
  return Object.assign(new Error(message), details);
}

function syscallOf(method: string, rrtype: unknown): string {
  if (method !== 'resolve') return records[method] ?? 'queryA';
  const type = typeof rrtype === 'string' ? rrtype : 'A';
  return `query${type[0]?.toUpperCase() ?? ''}${type.slice(1).toLowerCase()}`;
}

function callbackOf(args: readonly unknown[]): Callback {
  const callback = args.findLast((one) => typeof one === 'function');
  validateFunction(callback, 'callback');
  return callback as unknown as Callback;
}

const methods = ['resolve', ...Object.keys(records)];

/** `resolve` and its like, that call back. */
export const callbackQuestions: Questions = Object.fromEntries(
  methods.map((method) => [
    method,
    (name: unknown, ...args: unknown[]) => {
      validateString(name, 'name');
      const callback = callbackOf(args);
      machine.loop.poll(() => callback(refusal(syscallOf(method, args[0]), name)));
      return {};
    },
  ]),
);

/** The same, as promises. */
export const promiseQuestions: Questions = Object.fromEntries(
  methods.map((method) => [
    method,
    (name: unknown, rrtype?: unknown) => {
      validateString(name, 'name');
      return new Promise((_, reject) =>
        machine.loop.poll(() => reject(refusal(syscallOf(method, rrtype), name))),
      );
    },
  ]),
);

const servers: { list: readonly string[] } = { list: ['127.0.0.1'] };

export function getServers(): string[] {
  return [...servers.list];
}

export function setServers(list: unknown): void {
  if (!Array.isArray(list)) throw invalidArgType('servers', 'Array', list);
  servers.list = list.map(String);
}

/** A resolver of its own, which has nobody to ask either. */
export function resolverClass(questions: Questions): new () => object {
  class Resolver {
    getServers = getServers;
    setServers = setServers;
    setLocalAddress(): void {
      // No question leaves the program.
    }
    cancel(): void {
      // Every question is answered at once.
    }
  }
  Object.assign(Resolver.prototype, questions);
  return Resolver;
}
