import { finished } from '../core/finished.ts';
import { isTransformStream } from '../core/kind.ts';
import { bothErrors } from '../core/stream-errors.ts';
import { nop } from '../core/ticks.ts';
import type { Writable } from '../core/types.ts';

/** Carrying values from an iterable into a writable, Node's or the web's. */

export type Finish = (error?: Error | null) => void;
type Source = Iterable<unknown> | AsyncIterable<unknown>;

/** Waits for `drain`, or for the stream's end. */
class Gate {
  error: Error | undefined;
  #open: (() => void) | undefined;

  readonly resume = (error?: Error | null): void => {
    if (error) this.error = error;
    const open = this.#open;
    this.#open = undefined;
    open?.();
  };

  wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        if (this.error) reject(this.error);
        else resolve();
      };
      if (this.error) settle();
      else this.#open = settle;
    });
  }
}

/** @param end whether the destination ends with the source */
export async function pumpToNode(
  source: Source,
  to: Writable,
  finish: Finish,
  end: boolean,
): Promise<void> {
  const gate = new Gate();
  const onDrain = (): void => gate.resume();
  to.on('drain', onDrain);
  const cleanUp = finished(to, { readable: false }, gate.resume);
  try {
    if (to.writableNeedDrain) await gate.wait();
    for await (const chunk of source) {
      if (!to.write(chunk)) await gate.wait();
    }
    if (end) {
      to.end();
      await gate.wait();
    }
    finish();
  } catch (error) {
    finish(gate.error === error ? gate.error : bothErrors(gate.error, error as Error));
  } finally {
    cleanUp();
    to.off('drain', onDrain);
  }
}

/** @param end whether the destination ends with the source */
export async function pumpToWeb(
  source: Source,
  to: WritableStream | TransformStream,
  finish: Finish,
  end: boolean,
): Promise<void> {
  const writable = isTransformStream(to) ? to.writable : (to as WritableStream);
  const writer = writable.getWriter();
  try {
    for await (const chunk of source) {
      await writer.ready;
      writer.write(chunk).catch(nop);
    }
    await writer.ready;
    if (end) await writer.close();
    finish();
  } catch (error) {
    try {
      await writer.abort(error);
      finish(error as Error);
    } catch (another) {
      finish(another as Error);
    }
  }
}
