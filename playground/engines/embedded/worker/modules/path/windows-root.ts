/** How a path of Windows begins: a drive, a share of a server, a device. */

export interface WindowsRoot {
  /** `C:` or `\\server\share`, as it stands; empty without one. */
  readonly device: string;
  /** Whether the path says where it begins, and not only on which device. */
  readonly absolute: boolean;
  /** Characters of device and separators before the first name. */
  readonly end: number;
  readonly kind: 'drive' | 'share' | 'device' | 'none';
}

const drive = /^[A-Za-z]:/;
const share = /^[\\/]{2}([^\\/]+)[\\/]+([^\\/]+)/;
const device = /^[\\/]{2}([.?])[\\/]/;

export function isSeparator(sign: string | undefined): boolean {
  return sign === '/' || sign === '\\';
}

export function hasDrive(path: string): boolean {
  return drive.test(path);
}

export function rootOf(path: string): WindowsRoot {
  if (drive.test(path)) {
    const absolute = isSeparator(path[2]);
    return { kind: 'drive', device: path.slice(0, 2), absolute, end: absolute ? 3 : 2 };
  }
  const special = device.exec(path);
  if (special !== null && share.test(path))
    return { kind: 'device', device: `\\\\${special[1]}`, absolute: true, end: 4 };
  const [whole, server, folder] = share.exec(path) ?? [];
  if (whole !== undefined)
    return {
      kind: 'share',
      device: `\\\\${server}\\${folder}`,
      absolute: true,
      end: whole.length,
    };
  const absolute = isSeparator(path[0]);
  return { kind: 'none', device: '', absolute, end: absolute ? 1 : 0 };
}
