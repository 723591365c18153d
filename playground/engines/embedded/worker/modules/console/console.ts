import type { Machine } from '../../machine.ts';
import { shouldColorize } from '../util/should-colorize.ts';
import { ConsoleMethods, type ConsoleOutput } from './console-methods.ts';
import { readConsoleOptions, type ConsoleSettings, type TextStream } from './console-options.ts';

/** The global console, and `Console` for consoles on other streams. */

/** In the order in which Node lists them. */
const methodNames = [
  ...['log', 'info', 'debug', 'warn', 'error', 'dir', 'time', 'timeEnd', 'timeLog', 'trace'],
  ...['assert', 'clear', 'count', 'countReset', 'group', 'groupEnd', 'table', 'dirxml'],
  'groupCollapsed',
] as const;

/** Further names of the same methods. */
const aliases: Readonly<Record<string, keyof ConsoleMethods>> = {
  debug: 'log',
  info: 'log',
  dirxml: 'log',
  groupCollapsed: 'group',
};

/** Whoever inspects a program uses them; without an inspector they do nothing. */
const inspectorNames = ['profile', 'profileEnd', 'timeStamp', 'context'] as const;

const consoles = new WeakSet();
const ignore = (): void => undefined;
/** To the corner, and everything below away: ECMA-48's CUP and ED. */
const clearScreen = '\u001b[1;1H\u001b[0J';

/** Errors of the stream stay with the stream, unless the caller wants them. */
function writerTo(
  stream: () => TextStream,
  { ignoreErrors }: ConsoleSettings,
): (text: string) => void {
  if (!ignoreErrors) return (text) => void stream().write(text);
  const ignoreNext = (): void => {
    if (stream().listenerCount('error') === 0) stream().once('error', ignore);
  };
  // A stream that fails later emits its error after this, when the listener of the write is gone.
  const written = (error?: Error | null): void => {
    if (error && !stream()._writableState?.errorEmitted) ignoreNext();
  };
  return (text) => {
    try {
      ignoreNext();
      stream().write(text, written);
    } catch (error) {
      if (error instanceof RangeError && error.message.startsWith('Maximum call stack'))
        throw error;
    } finally {
      stream().removeListener('error', ignore);
    }
  };
}

function outputTo(stream: () => TextStream, settings: ConsoleSettings): ConsoleOutput {
  const { colorMode, inspectOptions } = settings;
  return {
    write: writerTo(stream, settings),
    inspectOptions: () => {
      const colors = colorMode === 'auto' ? shouldColorize(stream()) : colorMode;
      const own = inspectOptions.get(stream());
      return own === undefined ? { colors } : { ...own, colors: own.colors ?? colors };
    },
    clear: () => {
      if (stream().isTTY) stream().write(clearScreen);
    },
  };
}

interface Streams {
  readonly stdout: () => TextStream;
  readonly stderr: () => TextStream;
}

/** Each method belongs to the object, so that `const { log } = console` works. */
function fill(target: object, streams: Streams, settings: ConsoleSettings, machine: Machine): void {
  const { groupIndentation } = settings;
  const methods = new ConsoleMethods({
    out: outputTo(streams.stdout, settings),
    err: outputTo(streams.stderr, settings),
    warn: (message) => machine.process.emitWarning(message),
    nowMs: () => machine.loop.now(),
    groupIndentation,
  });
  for (const name of methodNames) {
    const inherited: unknown = Reflect.get(target, name);
    const isOwn = typeof inherited === 'function' && !builtIn.has(inherited);
    const method = methods[(aliases[name] ?? name) as keyof ConsoleMethods] as CallableFunction;
    const value = isOwn ? inherited.bind(target) : method.bind(methods);
    Object.defineProperty(value, 'name', { value: name });
    Object.assign(target, { [name]: value });
  }
  consoles.add(target);
  Object.defineProperty(target, Symbol.toStringTag, { value: 'console', configurable: true });
}

/** The methods of `Console.prototype`: a class that extends it may have others in their place. */
const builtIn = new WeakSet<CallableFunction>();

/** Shared by all consoles; each has its own ones that do the work. */
function addPrototype(prototype: object): void {
  for (const name of methodNames) {
    const method = { [name](): void {} }[name] as CallableFunction;
    builtIn.add(method);
    Object.defineProperty(prototype, name, {
      value: method,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  }
}

/** `Console` may be called without `new`, so it is a function. */
function createConsoleClass(machine: Machine): CallableFunction {
  function Console(this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return Reflect.construct(Console, args) as unknown;
    const settings = readConsoleOptions(args);
    const { stdout, stderr } = settings;
    fill(this as object, { stdout: () => stdout, stderr: () => stderr }, settings, machine);
    Object.defineProperties(this, {
      _stdout: { value: stdout, writable: true, configurable: true },
      _stderr: { value: stderr, writable: true, configurable: true },
    });
    return this;
  }
  addPrototype(Console.prototype as object);
  Object.defineProperty(Console, Symbol.hasInstance, {
    value: (instance: unknown) =>
      typeof instance === 'object' && instance !== null && consoles.has(instance),
  });
  return Console;
}

/** A task of an inspector: it only runs what it is given. */
function createTask(name: unknown): object {
  if (typeof name !== 'string' || name === '')
    throw new Error('First argument must be a non-empty string.');
  return { run: (run: () => unknown) => run() };
}

/**
 * The global console. It writes through `process.stdout`, so that a program which replaces
 * `process.stdout.write` sees what is logged, as under Node.
 */
export function createConsole(machine: Machine): Console {
  const { process } = machine;
  const streams: Streams = {
    stdout: () => process.stdout as unknown as TextStream,
    stderr: () => process.stderr as unknown as TextStream,
  };
  const settings = readConsoleOptions([process.stdout, process.stderr]);
  const console = Object.create({}) as object;
  fill(console, streams, settings, machine);
  const inspector = inspectorNames.map((name) => [name, () => undefined] as const);
  Object.assign(console, {
    Console: createConsoleClass(machine),
    ...Object.fromEntries(inspector),
    createTask,
  });
  Object.defineProperties(console, {
    _stdout: { get: streams.stdout, configurable: true },
    _stderr: { get: streams.stderr, configurable: true },
  });
  return console as Console;
}
