import {
  customInspect,
  inspect,
  type CustomInspect,
  type InspectOptions,
} from '../../util/inspect.ts';
import { trackOf } from './track.ts';

/**
 * Streams of the web as Node prints them, and as its functions ask them: `isReadable` and their
 * like ask through symbols.
 */

type Fields = Readonly<Record<string, unknown>>;

function inspection<Value extends object>(fields: (value: Value) => Fields): CustomInspect {
  return function (this: Value, depth: number, options: InspectOptions) {
    if (depth < 0) return this;
    const inner = { ...options, depth: options.depth === null ? null : (options.depth ?? 2) - 1 };
    return `${this.constructor.name} ${inspect(fields(this), inner as InspectOptions)}`;
  } as CustomInspect;
}

const stateNames = {
  readable: { open: 'readable', closed: 'closed', errored: 'errored' },
  writable: { open: 'writable', closed: 'closed', errored: 'errored' },
} as const;

function markOf({ highWaterMark }: QueuingStrategy): Fields {
  return { highWaterMark };
}

/** Called once, when the program begins. */
export function showStreamsAsNode(): void {
  const shown: readonly (readonly [{ readonly prototype: object }, CustomInspect])[] = [
    [
      ReadableStream,
      inspection((stream: ReadableStream) => ({
        locked: stream.locked,
        state: stateNames.readable[trackOf(stream).state],
        supportsBYOB: trackOf(stream).takesBytes,
      })),
    ],
    [
      WritableStream,
      inspection((stream: WritableStream) => ({
        locked: stream.locked,
        state: stateNames.writable[trackOf(stream).state],
      })),
    ],
    [
      TransformStream,
      // Whether it holds its writer back shows in nothing that a browser tells: it begins so.
      inspection(({ readable, writable }: TransformStream) => ({
        ...{ readable, writable, backpressure: true },
      })),
    ],
    [CountQueuingStrategy, inspection(markOf)],
    [ByteLengthQueuingStrategy, inspection(markOf)],
  ];
  for (const [{ prototype }, value] of shown) {
    if (!Object.hasOwn(prototype, customInspect))
      Object.defineProperty(prototype, customInspect, { value, configurable: true });
  }
  answer(ReadableStream.prototype, 'disturbed', (stream) => trackOf(stream).disturbed);
  answer(ReadableStream.prototype, 'readable', (stream) => trackOf(stream).state === 'open');
  answer(WritableStream.prototype, 'writable', (stream) => trackOf(stream).state === 'open');
  for (const { prototype } of [ReadableStream, WritableStream])
    answer(prototype, 'errored', (stream) => trackOf(stream).state === 'errored');
}

function answer(prototype: object, question: string, get: (stream: object) => boolean): void {
  const key = Symbol.for(`nodejs.stream.${question}`);
  if (Object.hasOwn(prototype, key)) return;
  Object.defineProperty(prototype, key, {
    get(this: object) {
      return get(this);
    },
    configurable: true,
  });
}
