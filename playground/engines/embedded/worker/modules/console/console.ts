import type { Machine } from '../../machine.ts';
import { nodeError } from '../errors/node-error.ts';
import type { InspectOptions } from '../util/inspect.ts';
import { ConsoleMethods, type ConsoleHost } from './console-methods.ts';

/** The global console, and `Console` for consoles on other streams. */

interface TextStream {
  write(text: string): unknown;
}

interface ConsoleOptions {
  readonly stdout: TextStream;
  readonly stderr?: TextStream;
  readonly inspectOptions?: InspectOptions;
  readonly groupIndentation?: number;
}

const methodNames = [
  'log',
  'warn',
  'dir',
  'time',
  'timeEnd',
  'timeLog',
  'trace',
  'assert',
  'clear',
  'count',
  'countReset',
  'group',
  'groupEnd',
  'table',
  'error',
] as const satisfies readonly (keyof ConsoleMethods)[];

/** Further names of the same methods. */
const aliases: Readonly<Record<string, (typeof methodNames)[number]>> = {
  debug: 'log',
  info: 'log',
  dirxml: 'log',
  groupCollapsed: 'group',
};

/** What an inspector would do; Node has them without one too, and they do nothing. */
const inspectorNames = ['profile', 'profileEnd', 'timeStamp'] as const;

function isStream(value: unknown): value is TextStream {
  return typeof (value as Partial<TextStream> | undefined)?.write === 'function';
}

/** Each method belongs to the object, so that `const { log } = console` works. */
function addMethods(target: object, host: ConsoleHost): void {
  const methods = new ConsoleMethods(host);
  const add = (name: string, method: CallableFunction): void => {
    const value = Object.defineProperty(method.bind(methods), 'name', { value: name });
    Object.assign(target, { [name]: value });
  };
  for (const name of methodNames) add(name, methods[name]);
  for (const [name, same] of Object.entries(aliases)) add(name, methods[same]);
  Object.defineProperty(target, Symbol.toStringTag, { value: 'console', configurable: true });
}

function streamError(name: string): Error {
  const message = `Console expects a writable stream instance for ${name}`;
  return nodeError(TypeError, 'ERR_CONSOLE_WRITABLE_STREAM', message, streamError);
}

function readOptions(first: unknown, second: unknown): ConsoleOptions {
  if (!isStream(first) && first) return first as ConsoleOptions;
  const stdout = first as TextStream;
  return second === undefined ? { stdout } : { stdout, stderr: second as TextStream };
}

/** `Console` may be called without `new`, so it is a function. */
function createConsoleClass({ loop, process }: Machine): object {
  return function Console(first: unknown, second?: unknown): object {
    const options = readOptions(first, second);
    const { stdout, stderr = stdout, inspectOptions = {}, groupIndentation = 2 } = options;
    if (!isStream(stdout)) throw streamError('stdout');
    if (!isStream(stderr)) throw streamError('stderr');
    const console = Object.create(new.target?.prototype ?? null) as object;
    addMethods(console, {
      out: (text) => void stdout.write(text),
      err: (text) => void stderr.write(text),
      warn: (message) => process.emitWarning(message),
      nowMs: () => loop.now(),
      inspectOptions,
      groupIndentation,
    });
    return console;
  };
}

/**
 * The global console. It writes through `process.stdout`, so that a program which replaces
 * `process.stdout.write` sees what is logged, as under Node.
 */
export function createConsole(machine: Machine): Console {
  const { process, loop } = machine;
  const console = {};
  addMethods(console, {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    warn: (message) => process.emitWarning(message),
    nowMs: () => loop.now(),
    inspectOptions: {},
    groupIndentation: 2,
  });
  const inspector = inspectorNames.map((name) => [name, () => undefined] as const);
  Object.assign(console, {
    Console: createConsoleClass(machine),
    ...Object.fromEntries(inspector),
  });
  return console as Console;
}
