import type { Disk } from './disk.ts';

/** What a program finds on its disk: the project, a folder for temporary files, devices. */

const encoder = new TextEncoder();

function makeFolders(disk: Disk, path: string): void {
  let at = '';
  for (const part of path.split('/').filter((one) => one !== '')) {
    at += `/${part}`;
    const place = disk.tree.place(at, true);
    if (!place.node) disk.addFolder(place, at === '/tmp' ? 0o777 : 0o755);
  }
}

/** @param files of the project, by their paths in it @param folder of the project */
export function seed(disk: Disk, files: Readonly<Record<string, string>>, folder: string): void {
  for (const path of [folder, '/tmp', '/dev', '/home/user']) makeFolders(disk, path);
  for (const device of ['null', 'stdin', 'stdout', 'stderr'] as const)
    disk.addDevice(disk.tree.place(`/dev/${device}`, true), device);
  for (const [name, text] of Object.entries(files)) {
    const path = `${folder}/${name}`;
    makeFolders(disk, path.slice(0, path.lastIndexOf('/')));
    const place = disk.tree.place(path, true);
    const bytes = encoder.encode(text);
    disk.write(place, disk.addFile(place, 0o666), bytes, 0);
  }
}
