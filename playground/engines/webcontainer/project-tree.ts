import type { Project } from '../../engine/contract.ts';
import { EngineError } from '../../engine/errors.ts';
import type containerFiles from 'virtual:embedded-engine/container-files';

/** Folder of our own programs in the container, beside the project's files. */
export const insideFolder = '.engine';

type ContainerFiles = typeof containerFiles;
export type Dependencies = Readonly<Record<string, string>>;

/** What is copied into the container. */
export interface ProjectTree {
  /** Text by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Name → version; npm installs them where there are some. */
  readonly dependencies: Dependencies;
}

interface Manifest {
  readonly imports?: Readonly<Record<string, string>>;
  readonly dependencies?: Dependencies;
}

/**
 * A project as a folder that Node.js runs: its files, the lab, a package.json that maps `#lab` to it.
 * @param stripsTypes whether Node.js in the container does; where it does not, prepared texts go in
 * @throws {EngineError} `bad-project`
 */
export function projectTree(
  project: Project,
  { lab, inside, versions }: ContainerFiles,
  stripsTypes: boolean,
): ProjectTree {
  const manifest = manifestOf(project);
  const own = stripsTypes ? project.files : withoutTypes(project);
  const dependencies = { ...namedVersions(project.files, versions), ...manifest.dependencies };
  const packageJson = {
    name: 'example',
    private: true,
    type: 'module',
    ...manifest,
    imports: { '#lab': './lab/index.ts', ...manifest.imports },
    dependencies,
  };
  return {
    files: {
      ...inFolder('lab', stripsTypes ? lab.files : lab.prepared),
      ...inFolder(insideFolder, inside),
      ...own,
      'package.json': `${JSON.stringify(packageJson, null, 2)}\n`,
    },
    dependencies,
  };
}

function manifestOf({ files }: Project): Manifest {
  const text = files['package.json'];
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    throw new EngineError('bad-project', 'Its package.json is not JSON.', { cause });
  }
  throw new EngineError('bad-project', 'Its package.json is no object.');
}

function withoutTypes({ files, prepared = {} }: Project): Readonly<Record<string, string>> {
  const missing = Object.keys(files).find((name) => name.endsWith('.ts') && !(name in prepared));
  if (missing !== undefined) {
    const detail = `Node.js in WebContainer is too old to strip the types of ${missing}.`;
    throw new EngineError('bad-project', detail);
  }
  return { ...files, ...prepared };
}

/** The packages that a file names in quotes, or a part of which it names. */
function namedVersions(files: Project['files'], versions: Dependencies): Dependencies {
  const texts = Object.values(files);
  const isNamed = (name: string): boolean =>
    [`'${name}'`, `"${name}"`, `'${name}/`, `"${name}/`].some((quoted) =>
      texts.some((text) => text.includes(quoted)),
    );
  return Object.fromEntries(Object.entries(versions).filter(([name]) => isNamed(name)));
}

function inFolder(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]),
  );
}
