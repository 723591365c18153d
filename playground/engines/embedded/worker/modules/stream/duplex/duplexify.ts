import type { StreamOptions } from '../core/types.ts';
import { Duplex } from './duplex.ts';

type DuplexifyClass = new (options?: StreamOptions) => Duplex;
let made: DuplexifyClass | undefined;

/** The class of what `Duplex.from` makes; made late, since `Duplex` itself needs it. */
export function makeDuplexify(): DuplexifyClass {
  made ??= class Duplexify extends Duplex {};
  return made;
}
