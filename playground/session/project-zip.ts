import { zip } from '../../src/lib/zip.ts';
import type { ExampleFile } from './example-file.ts';

/** What a downloaded project needs besides the example's files. */
export interface ZipParts {
  /** File name → text of the lab. */
  readonly lab: Readonly<Record<string, string>>;
  /** Package → exact version, of all that an example may import. */
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * A folder that runs with `node main.ts` on Node.js 22.18 or later. The same input gives the same bytes.
 * @param example with the reader's edits
 */
export function projectZip(example: ExampleFile, { lab, versions }: ZipParts): Uint8Array {
  const folder = example.name.split('/').at(-1) ?? 'example';
  const dependencies = usedPackages(example.files, versions);
  const files = [
    ...Object.entries(example.files),
    ...Object.entries(lab).map(([name, text]): [string, string] => [`lab/${name}`, text]),
    ['package.json', packageJson(folder, example, dependencies)],
    ['README.md', readme(folder, example, dependencies)],
  ] as const;
  return zip(files.map(([path, text]) => ({ path: `${folder}/${path}`, text })));
}

type Versions = ZipParts['versions'];

/** The packages whose name, or a path below it, stands quoted in one of the files. */
function usedPackages(files: ExampleFile['files'], versions: Versions): Versions {
  const text = Object.values(files).join('\n');
  const isUsed = (name: string): boolean =>
    [`'${name}`, `"${name}`].some((start) =>
      [`'`, `"`, '/'].some((end) => text.includes(start + end)),
    );
  const used = Object.entries(versions).filter(([name]) => isUsed(name));
  return Object.fromEntries(used.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function packageJson(name: string, { entry, tests }: ExampleFile, dependencies: Versions): string {
  const content = {
    name,
    private: true,
    license: 'MIT',
    type: 'module',
    engines: { node: '>=22.18' },
    scripts: { start: `node ${entry}`, ...(tests === undefined ? {} : { test: 'node --test' }) },
    imports: { '#lab': './lab/index.ts' },
    ...(Object.keys(dependencies).length === 0 ? {} : { dependencies }),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function readme(name: string, { entry, tests }: ExampleFile, dependencies: Versions): string {
  const commands = [
    ...(Object.keys(dependencies).length === 0 ? [] : ['npm install']),
    `node ${entry}`,
    ...(tests === undefined ? [] : ['node --test']),
  ];
  return [
    `# ${name}`,
    'It needs Node.js 22.18 or later, which runs TypeScript as it is.',
    ['```sh', ...commands, '```'].join('\n'),
    '`lab/` has the clock, the chance and the services that the example plays with. `TRACE=on` before the command prints what the page draws.\n',
  ].join('\n\n');
}
