import { expect, test } from 'vitest';
import type { Project } from '../../../../playground/engine/contract.ts';
import { projectTree } from '../../../../playground/engines/webcontainer/project-tree.ts';

const own = {
  lab: { files: { 'index.ts': 'typed' }, prepared: { 'index.ts': 'plain' } },
  inside: { 'bridge.mjs': 'bridge' },
  versions: { hono: '4.13.19', jose: '6.2.17' },
};
const example: Project = {
  name: 'a/test',
  files: { 'main.ts': `import { cors } from 'hono/cors';` },
  prepared: { 'main.ts': 'stripped' },
  entry: 'main.ts',
  mode: 'script',
  env: {},
};

const manifestOf = (files: Readonly<Record<string, string>>): unknown =>
  JSON.parse(files['package.json'] ?? '');

test('is the files, the lab, our programs and a package.json that maps #lab', () => {
  const { files, dependencies } = projectTree(example, own, true);
  expect(files).toMatchObject({
    'main.ts': example.files['main.ts'],
    'lab/index.ts': 'typed',
    '.engine/bridge.mjs': 'bridge',
  });
  expect(dependencies).toEqual({ hono: '4.13.19' });
  expect(manifestOf(files)).toMatchObject({
    type: 'module',
    imports: { '#lab': './lab/index.ts' },
    dependencies,
  });
});

test('goes without types where Node.js inside strips none', () => {
  const { files } = projectTree(example, own, false);
  expect(files).toMatchObject({ 'main.ts': 'stripped', 'lab/index.ts': 'plain' });
  const edited = { ...example, prepared: {} };
  expect(() => projectTree(edited, own, false)).toThrow('too old to strip the types of main.ts');
});

test('keeps what the project’s own package.json says', () => {
  const text = JSON.stringify({ name: 'mine', dependencies: { hono: '4.0.0', ms: '2.1.3' } });
  const project = { ...example, files: { ...example.files, 'package.json': text } };
  const { files, dependencies } = projectTree(project, own, true);
  expect(dependencies).toEqual({ hono: '4.0.0', ms: '2.1.3' });
  expect(manifestOf(files)).toMatchObject({ name: 'mine', imports: { '#lab': './lab/index.ts' } });
});

test.each(['{', '[]', '7'])('refuses a package.json that is %s', (text) => {
  const project = { ...example, files: { ...example.files, 'package.json': text } };
  expect(() => projectTree(project, own, true)).toThrow(/Its package\.json is/);
});
