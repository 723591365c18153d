import { machine } from 'node:internal/machine';
import { Disk } from './disk/disk.ts';
import { OpenFiles } from './disk/open-files.ts';
import { seed } from './disk/seed.ts';

/** The one disk of the program, and its open files. */

export const disk = new Disk({
  cwd: () => machine.process.cwd(),
  nowMs: () => machine.native.wallClockMs() + fraction(),
});
seed(disk, machine.job.disk, '/app');

/** The clock of the wall has whole milliseconds; files that change within one differ all the same. */
function fraction(): number {
  return machine.native.monotonicMs() % 1;
}

const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };

export const openFiles = new OpenFiles(disk, {
  write: (stream, bytes) => machine.write(stream, decoders[stream].decode(bytes, { stream: true })),
});
