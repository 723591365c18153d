import type { Architecture } from '../model/architecture.ts';
import type { Behavior } from '../model/system.ts';
import type { RecordContext } from './adr.ts';

/** What a generator knows: the decisions and all that the system does. */
export interface FileContext extends RecordContext {
  readonly architecture: Architecture & Behavior;
}
