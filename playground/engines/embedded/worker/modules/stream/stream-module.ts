import type { AsyncContext } from '../../context/async-context.ts';
import { customPromisify } from '../util/promisify.ts';
import { addAbortSignal } from './core/abort-signal.ts';
import { isDestroyed, isDisturbed, isErrored, isReadable, isWritable } from './core/condition.ts';
import { destroyer } from './core/destroyer.ts';
import { finished, finishedPromise } from './core/finished.ts';
import { getDefaultHighWaterMark, setDefaultHighWaterMark } from './core/high-water-mark.ts';
import { isIterable, isNodeStream, isWebStream } from './core/kind.ts';
import { Stream } from './core/legacy.ts';
import { context } from './core/ticks.ts';
import { bufferOf } from './core/to-buffer.ts';
import { Duplex } from './duplex/duplex.ts';
import { duplexPair } from './duplex/duplex-pair.ts';
import { PassThrough, Transform } from './duplex/transform.ts';
import { compose } from './pipeline/compose.ts';
import { pipeline, runPipeline, type PipelineOptions } from './pipeline/pipeline.ts';
import { Readable } from './readable/readable.ts';
import { Writable } from './writable/writable.ts';

/** `node:stream`: the old class `Stream`, with everything else as its static members. */

/** A last argument that is no stream of any kind has the options. */
function isOptions(value: unknown): value is PipelineOptions {
  return (
    typeof value === 'object' &&
    value !== null &&
    !isNodeStream(value) &&
    !isIterable(value) &&
    !isWebStream(value)
  );
}

function pipelinePromise(...args: unknown[]): Promise<unknown> {
  const last = args.at(-1);
  return new Promise((resolve, reject) => {
    const { signal, end } = isOptions(last) ? (args.pop() as PipelineOptions) : {};
    runPipeline(
      args,
      (error, value) => {
        if (error) reject(error);
        else resolve(value);
      },
      { signal, end },
    );
  });
}

export const promises = { finished: finishedPromise, pipeline: pipelinePromise };
Object.defineProperty(finishedPromise, 'name', { value: 'finished' });
Object.defineProperty(pipelinePromise, 'name', { value: 'pipeline' });

const members = {
  ...{ isDestroyed, isDisturbed, isErrored, isReadable, isWritable },
  ...{ Readable, Writable, Duplex, Transform, PassThrough, duplexPair, pipeline },
  ...{ addAbortSignal, finished, destroy: destroyer, compose },
  ...{ setDefaultHighWaterMark, getDefaultHighWaterMark },
};

for (const [owner, promised] of [
  [pipeline, pipelinePromise],
  [finished, finishedPromise],
] as const)
  Object.defineProperty(owner, customPromisify, { get: () => promised, enumerable: true });

const stream = Object.assign(Stream, members);
Object.defineProperty(stream, 'promises', {
  get: () => promises,
  enumerable: true,
  configurable: true,
});

/** @param asyncContext that callbacks keep */
export function createStream(asyncContext: AsyncContext): typeof stream {
  context.binder = asyncContext;
  return Object.assign(stream, {
    Stream: stream,
    _isArrayBufferView: (value: unknown) => ArrayBuffer.isView(value),
    _isUint8Array: (value: unknown) => value instanceof Uint8Array,
    _uint8ArrayToBuffer: bufferOf,
  });
}
