import versions from 'virtual:embedded-engine/versions';
import { projectZip } from '../session/project-zip.ts';
import type { ExampleFile } from '../session/example-file.ts';

const labFiles = import.meta.glob<string>('../lab/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const lab = Object.fromEntries(
  Object.entries(labFiles).map(([path, text]) => [path.split('/').at(-1) ?? path, text]),
);

/**
 * Hands the browser a zip of a project that runs with Node.js.
 * @param example with the reader's edits
 */
export function downloadProject(example: ExampleFile): void {
  const bytes = projectZip(example, { lab, versions });
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${example.name.split('/').at(-1) ?? 'example'}.zip`;
  link.click();
  URL.revokeObjectURL(url);
}
