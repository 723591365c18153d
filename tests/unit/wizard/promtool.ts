import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installedPromtool } from '../../../scripts/promtool.ts';

/** Whether there is a promtool on this machine; `npm test` gets it on Debian. */
export const hasPromtool = installedPromtool() !== undefined;

/** Runs promtool in a folder with these files; what it found stands in the output. */
export async function promtool(
  command: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<{ readonly ok: boolean; readonly output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'promtool-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const program = installedPromtool() ?? 'promtool';
    const { stdout, stderr } = await promisify(execFile)(program, [...command], {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
    });
    return { ok: true, output: stdout + stderr };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { ok: false, output: `${stdout}${stderr}${String(error)}`.slice(0, 4000) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
