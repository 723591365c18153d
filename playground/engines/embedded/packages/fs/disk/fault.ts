/** Why the disk refuses, as the system says it. */

export const faults = {
  EACCES: [-13, 'permission denied'],
  EBADF: [-9, 'bad file descriptor'],
  EEXIST: [-17, 'file already exists'],
  EINVAL: [-22, 'invalid argument'],
  EISDIR: [-21, 'illegal operation on a directory'],
  ELOOP: [-40, 'too many symbolic links encountered'],
  EMFILE: [-24, 'too many open files'],
  ENAMETOOLONG: [-36, 'name too long'],
  ENOENT: [-2, 'no such file or directory'],
  ENOSPC: [-28, 'no space left on device'],
  ENOTDIR: [-20, 'not a directory'],
  ENOTEMPTY: [-39, 'directory not empty'],
  EPERM: [-1, 'operation not permitted'],
  ESPIPE: [-29, 'invalid seek'],
} as const;

export type FaultCode = keyof typeof faults;

/** Thrown inside; programs see Node's error, which `fs-error.ts` makes of it. */
export class Fault extends Error {
  readonly fault: FaultCode;

  constructor(fault: FaultCode) {
    super(fault);
    this.fault = fault;
  }
}
