import { nodeError } from '../errors/node-error.ts';
import { validateInteger, validateObject, validateOneOf } from '../errors/validate.ts';
import type { InspectOptions } from '../util/inspect.ts';
import { types } from '../util/types.ts';

/** What `new Console(…)` is told. */

export interface TextStream {
  write(text: string, done?: (error?: Error | null) => void): unknown;
  readonly _writableState?: { readonly errorEmitted?: boolean };
  readonly isTTY?: boolean;
  listenerCount(event: string): number;
  once(event: string, listener: () => void): unknown;
  removeListener(event: string, listener: () => void): unknown;
}

export interface ConsoleSettings {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly ignoreErrors: boolean;
  readonly colorMode: boolean | 'auto';
  readonly inspectOptions: ReadonlyMap<TextStream, InspectOptions>;
  readonly groupIndentation: number;
}

interface GivenOptions {
  readonly stdout?: unknown;
  readonly stderr?: unknown;
  readonly ignoreErrors?: unknown;
  readonly colorMode?: unknown;
  readonly inspectOptions?: unknown;
  readonly groupIndentation?: unknown;
}

const mostIndentation = 1000;
const usualIndentation = 2;

function isStream(value: unknown): value is TextStream {
  return typeof (value as Partial<TextStream> | null | undefined)?.write === 'function';
}

function checkStream(value: unknown, name: string): asserts value is TextStream {
  if (isStream(value)) return;
  const message = `Console expects a writable stream instance for ${name}`;
  throw nodeError(TypeError, 'ERR_CONSOLE_WRITABLE_STREAM', message, checkStream);
}

/** One set of options for both streams, or a map from stream to options. */
function readInspectOptions(given: GivenOptions, streams: readonly TextStream[]) {
  const { inspectOptions, colorMode } = given;
  if (inspectOptions === undefined) return new Map<TextStream, InspectOptions>();
  validateObject(inspectOptions, 'options.inspectOptions');
  const byStream = types.isMap(inspectOptions)
    ? (inspectOptions as unknown as Map<TextStream, InspectOptions>)
    : new Map(streams.map((stream) => [stream, inspectOptions as InspectOptions]));
  for (const { colors } of byStream.values()) {
    if (colors === undefined || colorMode === undefined) continue;
    const message =
      'Option "options.inspectOptions.color" cannot be used in combination with option "colorMode"';
    throw nodeError(TypeError, 'ERR_INCOMPATIBLE_OPTION_PAIR', message, readInspectOptions);
  }
  return byStream;
}

/** @param args options, or stdout, stderr and whether errors of theirs are ignored */
export function readConsoleOptions(args: readonly unknown[]): ConsoleSettings {
  const [first, second, third] = args;
  const given: GivenOptions =
    !first || isStream(first)
      ? { stdout: first, stderr: second, ignoreErrors: third }
      : (first as GivenOptions);
  const { stdout, stderr = stdout, ignoreErrors = true, colorMode = 'auto' } = given;
  const { groupIndentation = usualIndentation } = given;
  checkStream(stdout, 'stdout');
  checkStream(stderr, 'stderr');
  validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  validateInteger(groupIndentation, 'groupIndentation', 0, mostIndentation);
  return {
    stdout,
    stderr,
    ignoreErrors: Boolean(ignoreErrors),
    colorMode: colorMode as boolean | 'auto',
    inspectOptions: readInspectOptions(given, [stdout, stderr]),
    groupIndentation,
  };
}
