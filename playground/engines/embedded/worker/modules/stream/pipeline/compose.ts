import { invalidArgValue, missingArgs } from '../../errors/argument-errors.ts';
import { isReadable, isWritable } from '../core/condition.ts';
import { destroyer } from '../core/destroyer.ts';
import { finished } from '../core/finished.ts';
import {
  isNodeStream,
  isReadableStream,
  isTransformStream,
  isWebStream,
  isWritableStream,
} from '../core/kind.ts';
import { plainAbort } from '../core/stream-errors.ts';
import { nop } from '../core/ticks.ts';
import type { Done, Readable, Writable } from '../core/types.ts';
import { Duplex } from '../duplex/duplex.ts';
import { composeBy } from './compose-later.ts';
import { runPipeline } from './pipeline.ts';

/** `compose`: several streams as one duplex. */

function canRead(stream: unknown): boolean {
  return !!isReadable(stream) || isReadableStream(stream) || isTransformStream(stream);
}

function canWrite(stream: unknown): boolean {
  return !!isWritable(stream) || isWritableStream(stream) || isTransformStream(stream);
}

/** @throws where one in the middle cannot be read, or written to */
function check(streams: readonly unknown[], given: readonly unknown[]): void {
  for (const [at, stream] of streams.entries()) {
    if (!isNodeStream(stream) && !isWebStream(stream)) continue;
    const name = `streams[${at}]`;
    if (at < streams.length - 1 && !canRead(stream))
      throw invalidArgValue(name, given[at], 'must be readable');
    if (at > 0 && !canWrite(stream)) throw invalidArgValue(name, given[at], 'must be writable');
  }
}

/** Callbacks of the duplex that wait for something of the row. */
interface Waiting {
  drain?: Done | undefined;
  finish?: Done | undefined;
  /** Null once the row is over. */
  close?: Done | null;
}

export function compose(...given: unknown[]): Duplex {
  if (given.length === 0) throw missingArgs('streams');
  if (given.length === 1) return Duplex.from(given[0]);
  const ends = [0, given.length - 1];
  const streams = given.map((each, at) =>
    ends.includes(at) && typeof each === 'function' ? Duplex.from(each) : each,
  );
  check(streams, given);
  const waiting: Waiting = {};
  const over = (error?: Error | null): void => {
    const { close } = waiting;
    waiting.close = null;
    if (close) close(error);
    else if (error) composed.destroy(error);
    else if (!readable && !writable) composed.destroy();
  };
  const [head] = streams;
  const tail = runPipeline(streams, over);
  const writable = canWrite(head);
  const readable = canRead(tail);
  const composed = new Duplex({
    writableObjectMode: !!(head as Writable | undefined)?.writableObjectMode,
    readableObjectMode: !!(tail as Readable | undefined)?.readableObjectMode,
    writable,
    readable,
  });
  if (writable) {
    if (isNodeStream(head)) writeToNode(composed, head as Writable, waiting);
    else if (isWebStream(head)) writeToWeb(composed, head as WritableStream, waiting);
    finished(isTransformStream(tail) ? tail.readable : tail, () => take(waiting, 'finish'));
  }
  if (readable) {
    if (isNodeStream(tail)) readFromNode(composed, tail as Readable);
    else if (isWebStream(tail)) readFromWeb(composed, tail as ReadableStream);
  }
  composed._destroy = (failure, done) => {
    const error = !failure && waiting.close !== null ? plainAbort() : failure;
    waiting.drain = undefined;
    waiting.finish = undefined;
    if (isNodeStream(tail)) destroyer(tail, error);
    if (waiting.close === null) done(error);
    else waiting.close = done;
  };
  return composed;
}

function take(waiting: Waiting, name: 'drain' | 'finish'): void {
  const call = waiting[name];
  waiting[name] = undefined;
  call?.();
}

function writeToNode(composed: Duplex, head: Writable, waiting: Waiting): void {
  composed._write = (chunk, encoding, done) => {
    if (head.write(chunk, encoding)) done();
    else waiting.drain = done;
  };
  composed._final = (done) => {
    head.end();
    waiting.finish = done;
  };
  head.on('drain', () => take(waiting, 'drain'));
}

function writeToWeb(
  composed: Duplex,
  head: WritableStream | TransformStream,
  waiting: Waiting,
): void {
  const to = isTransformStream(head) ? head.writable : (head as WritableStream);
  const writer = to.getWriter();
  composed._write = async (chunk, _encoding, done) => {
    try {
      await writer.ready;
      writer.write(chunk).catch(nop);
      done();
    } catch (error) {
      done(error as Error);
    }
  };
  composed._final = async (done) => {
    try {
      await writer.ready;
      writer.close().catch(nop);
      waiting.finish = done;
    } catch (error) {
      done(error as Error);
    }
  };
}

function readFromNode(composed: Duplex, tail: Readable): void {
  composed._read = () => void tail.resume();
  tail.on('data', (chunk: unknown) => {
    if (!composed.push(chunk)) tail.pause();
  });
  tail.on('end', () => composed.push(null));
}

function readFromWeb(composed: Duplex, tail: ReadableStream | TransformStream): void {
  const from = isTransformStream(tail) ? tail.readable : (tail as ReadableStream);
  const reader = from.getReader();
  composed._read = async () => {
    try {
      for (;;) {
        const { value, done } = await reader.read();
        if (!composed.push(done ? null : value)) return;
      }
    } catch {
      // The pipeline hears of it.
    }
  };
}

composeBy((...streams) => compose(...streams));
