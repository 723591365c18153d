import { longestHeader, mostHeaders, mostPorts, type FromVisitor } from '../protocol.ts';

type Fields = Readonly<Record<string, unknown>>;
type Header = readonly [string, string];

const headerName = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
const headerValue = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;
const base64 = /^[A-Za-z\d+/]*={0,2}$/;

/** @returns a server's message, made anew; undefined where any field is not as it must be */
export function readVisit(fields: Fields): FromVisitor | undefined {
  const { type, id } = fields;
  if (type === 'ports') return readPorts(fields);
  if (!isWhole(id, 0, Number.MAX_SAFE_INTEGER)) return undefined;
  switch (type) {
    case 'answer':
      return readAnswer(fields, id);
    case 'body':
      return readBody(fields, id);
    case 'answered':
      return { type, id };
    case 'unanswered':
      return isText(fields['message'], 1000) ? { type, id, message: fields['message'] } : undefined;
    default:
      return undefined;
  }
}

function readPorts({ ports }: Fields): FromVisitor | undefined {
  if (!Array.isArray(ports) || ports.length > mostPorts) return undefined;
  return ports.every((port) => isWhole(port, 1, 65_535)) ? { type: 'ports', ports } : undefined;
}

function readAnswer({ status, statusText, headers }: Fields, id: number): FromVisitor | undefined {
  if (!isWhole(status, 100, 599) || !isText(statusText, 500)) return undefined;
  if (!headerValue.test(statusText)) return undefined;
  if (!Array.isArray(headers) || headers.length > mostHeaders) return undefined;
  if (!headers.every(isHeader)) return undefined;
  const pairs = headers.map(([name, value]): Header => [name, value]);
  return { type: 'answer', id, status, statusText, headers: pairs };
}

function readBody({ data }: Fields, id: number): FromVisitor | undefined {
  const known = typeof data === 'string' && data.length % 4 === 0 && base64.test(data);
  return known ? { type: 'body', id, data } : undefined;
}

function isHeader(value: unknown): value is Header {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [name, text] = value as unknown[];
  return (
    isText(name, 200) &&
    headerName.test(name) &&
    isText(text, longestHeader) &&
    headerValue.test(text)
  );
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
