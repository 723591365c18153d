import type { Shell, ShellSize } from '../../engine/contract.ts';
import type { Container } from './container.ts';

/** Starts WebContainer's shell in the project's folder, on a terminal of this size. */
export async function openShell({ web }: Container, size: ShellSize): Promise<Shell> {
  const process = await web.spawn('jsh', { terminal: size });
  const writer = process.input.getWriter();
  return {
    output: process.output,
    done: process.exit.then(
      () => undefined,
      () => undefined,
    ),
    write: (text) => void writer.write(text).catch(() => undefined),
    resize: (next) => process.resize(next),
    close: () => process.kill(),
  };
}
