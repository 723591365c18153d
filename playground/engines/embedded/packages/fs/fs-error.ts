import { Fault, faults, type FaultCode } from './disk/fault.ts';

/** The errors of the system, as Node gives them to programs. */

export interface ErrorPlace {
  readonly syscall: string;
  readonly path?: string | undefined;
  readonly dest?: string | undefined;
}

/** `ENOENT: no such file or directory, open 'x'` */
export function fsError(fault: FaultCode, { syscall, path, dest }: ErrorPlace): Error {
  const [errno, words] = faults[fault];
  const paths = path === undefined ? '' : ` '${path}'${dest === undefined ? '' : ` -> '${dest}'`}`;
  const error = new Error(`${fault}: ${words}, ${syscall}${paths}`);
  Error.captureStackTrace(error, fsError);
  const more = {
    ...(path === undefined ? {} : { path }),
    ...(dest === undefined ? {} : { dest }),
  };
  return Object.assign(error, { errno, code: fault, syscall, ...more });
}

/** Does something with the disk. @throws what Node throws where the disk refuses */
export function atDisk<Result>(place: ErrorPlace, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof Fault ? fsError(error.fault, place) : error;
  }
}
