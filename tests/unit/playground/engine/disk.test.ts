import { describe, expect, it } from 'vitest';
import { Disk } from '../../../../playground/engines/embedded/packages/fs/disk/disk.ts';
import { bytesOf, resize } from '../../../../playground/engines/embedded/packages/fs/disk/nodes.ts';
import { OpenFiles } from '../../../../playground/engines/embedded/packages/fs/disk/open-files.ts';
import { seed } from '../../../../playground/engines/embedded/packages/fs/disk/seed.ts';

function makeDisk() {
  const disk = new Disk({ cwd: () => '/app', nowMs: () => 1 });
  seed(disk, { 'main.ts': 'text', 'lib/a.ts': 'ä' }, '/app');
  return disk;
}

describe('a disk in memory', () => {
  it('has the files of the project where the program stands', () => {
    const { tree } = makeDisk();
    expect(tree.node('lib/a.ts', true)).toMatchObject({ kind: 'file', size: 2 });
    expect(tree.node('/app/lib/../main.ts', true)).toMatchObject({ size: 4 });
    expect([...tree.folder('/').entries.keys()]).toEqual(['app', 'tmp', 'dev', 'home']);
  });

  it('says what is wrong with a path', () => {
    const { tree } = makeDisk();
    const fault = (path: string) => () => tree.node(path, true);
    expect(fault('none')).toThrow('ENOENT');
    expect(fault('main.ts/x')).toThrow('ENOTDIR');
    expect(fault('main.ts/')).toThrow('ENOTDIR');
    expect(fault('')).toThrow('ENOENT');
  });

  it('follows links, and not for ever', () => {
    const disk = makeDisk();
    disk.addLink(disk.tree.place('/tmp/to', false), '../app/lib');
    disk.addLink(disk.tree.place('/tmp/round', false), 'round');
    expect(disk.tree.node('/tmp/to/a.ts', true)).toMatchObject({ size: 2 });
    expect(disk.tree.node('/tmp/to', false).kind).toBe('link');
    expect(() => disk.tree.node('/tmp/round', true)).toThrow('ELOOP');
  });

  it('counts names and folders as Linux does', () => {
    const disk = makeDisk();
    const folder = disk.addFolder(disk.tree.place('/tmp/f', false), 0o777);
    expect([folder.links, disk.tree.node('/tmp', true).links]).toEqual([2, 3]);
    disk.remove(disk.tree.place('/tmp/f', false));
    expect(disk.tree.node('/tmp', true).links).toBe(2);
  });

  it('keeps a file that is open when its last name goes', () => {
    const disk = makeDisk();
    const files = new OpenFiles(disk, { write: () => undefined });
    const fd = files.open('main.ts', 0, 0);
    disk.remove(disk.tree.place('main.ts', false));
    const into = new Uint8Array(9);
    expect(files.read(fd, into, null)).toBe(4);
    files.close(fd);
    expect(() => files.get(fd)).toThrow('EBADF');
  });

  it('fills a file that grows with zeros', () => {
    const file = makeDisk().tree.node('main.ts', true);
    if (file.kind !== 'file') throw new Error('It is a file.');
    resize(file, 2);
    resize(file, 5);
    expect([...bytesOf(file)]).toEqual([116, 101, 0, 0, 0]);
  });
});
