import { methods } from '../../modules/http/tables.ts';
import type { ParseFault } from './parse-error.ts';

/** What the first line of a message says; a request has a method, a response a status. */
export interface StartLine {
  readonly major: number;
  readonly minor: number;
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly statusText?: string;
}

type Fail = (code: ParseFault) => never;

const knownMethods = new Set(methods);
const headerName = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;

/** `GET /path HTTP/1.1` */
export function readRequestLine(line: string, fail: Fail): StartLine {
  const [, method = '', rest = ''] = /^([^ ]*) ?(.*)$/s.exec(line) ?? [];
  if (!knownMethods.has(method)) fail('HPE_INVALID_METHOD');
  const [, url = '', protocol = ''] = /^([^ ]*) ?(.*)$/s.exec(rest) ?? [];
  if (url === '' || !/^[\u0021-\u007e\u0080-\u00ff]+$/.test(url)) fail('HPE_INVALID_URL');
  return { ...readVersion(protocol, fail), method, url };
}

/** `HTTP/1.1 200 OK` */
export function readStatusLine(line: string, fail: Fail): StartLine {
  const [, protocol = '', status = '', statusText = ''] =
    /^([^ ]*) ?([^ ]*) ?(.*)$/s.exec(line) ?? [];
  const version = readVersion(protocol, fail);
  if (!/^\d{3}$/.test(status)) fail('HPE_INVALID_STATUS');
  return { ...version, status: Number(status), statusText };
}

function readVersion(protocol: string, fail: Fail): { major: number; minor: number } {
  const [, major, minor] = /^HTTP\/(\d)\.(\d)$/.exec(protocol) ?? [];
  if (!protocol.startsWith('HTTP/')) fail('HPE_INVALID_CONSTANT');
  if (!['1.1', '1.0', '0.9', '2.0'].includes(`${major}.${minor}`)) fail('HPE_INVALID_VERSION');
  return { major: Number(major), minor: Number(minor) };
}

/** `Name: value` */
export function readHeader(line: string, fail: Fail): readonly [name: string, value: string] {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0));
  if (!headerName.test(name)) fail('HPE_INVALID_HEADER_TOKEN');
  const value = line.slice(colon + 1).replaceAll(/^[ \t]+|[ \t]+$/g, '');
  if (/[^\t\u{20}-\u{7e}\u{80}-\u{ff}]/u.test(value)) fail('HPE_INVALID_HEADER_TOKEN');
  return [name, value];
}
