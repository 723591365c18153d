import type { Readable, StreamOptions } from '../core/types.ts';

type Make = (options: StreamOptions) => Readable;

/** Filled by `readable.ts`, whose own parts need to make streams. */
const maker: { make?: Make } = {};

export function makeReadable(options: StreamOptions): Readable {
  if (!maker.make) throw new Error('The class Readable is not defined yet.');
  return maker.make(options);
}

export function makeReadablesBy(make: Make): void {
  maker.make = make;
}
