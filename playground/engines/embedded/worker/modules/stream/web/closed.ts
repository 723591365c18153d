import { trackOf } from './track.ts';

/** @returns a promise that settles when a stream of the web is closed, or has failed */
export function webStreamClosed(stream: object): Promise<undefined> {
  return trackOf(stream).closed.promise;
}

/** Fails a stream of the web, as its source could. */
export function failWebStream(stream: object, error: unknown): void {
  trackOf(stream).fail(error);
}
