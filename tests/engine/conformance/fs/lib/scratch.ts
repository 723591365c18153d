import { mkdtempSync, rmSync } from 'node:fs';

/** A folder of the program's own, and how it is called in what the program prints. */
export const root = mkdtempSync('/tmp/conformance-');
process.on('exit', () => rmSync(root, { recursive: true, force: true }));

export const hide = (text: unknown) => String(text).replaceAll(root, '<root>');

export const show = (label: string, error?: NodeJS.ErrnoException | null) =>
  error
    ? console.log(
        label,
        error.name,
        error.code,
        error.errno,
        error.syscall,
        hide(error.message),
        hide(error.path),
        Object.keys(error).join(),
      )
    : console.log(label, 'fine');

export const attempt = (label: string, run: () => unknown) => {
  try {
    console.log(label, hide(run()));
  } catch (error) {
    show(label, error as Error);
  }
};
