import type { ParseFault } from './parse-error.ts';
import type { StartLine } from './read-lines.ts';

/** How a body ends. */
export type BodyKind = 'none' | 'length' | 'chunked' | 'until-end';

/** What a message's headers say about its body and its connection. */
export class Framing {
  readonly kind: BodyKind;
  /** Bytes of a body of a given length; else 0. */
  readonly length: number;
  readonly keepAlive: boolean;
  readonly upgrade: boolean;

  /** @param fail throws */
  constructor(start: StartLine, raw: readonly string[], fail: (code: ParseFault) => never) {
    const words = (name: string): string[] =>
      raw
        .filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === name)
        .flatMap((value) => value.toLowerCase().split(','))
        .map((word) => word.trim());
    const lengths = words('content-length');
    const encodings = words('transfer-encoding');
    const connection = words('connection');
    const isRequest = start.method !== undefined;
    if (lengths.length > 1) fail('HPE_UNEXPECTED_CONTENT_LENGTH');
    if (lengths.some((length) => !/^\d+$/.test(length))) fail('HPE_INVALID_CONTENT_LENGTH');
    if (lengths.length > 0 && encodings.length > 0) fail('HPE_UNEXPECTED_CONTENT_LENGTH');
    const chunked = encodings.at(-1) === 'chunked';
    if (isRequest && encodings.length > 0 && !chunked) fail('HPE_INVALID_TRANSFER_ENCODING');
    this.length = Number(lengths[0] ?? 0);
    this.kind = kindOf(start, {
      chunked,
      encoded: encodings.length > 0,
      sized: lengths.length > 0,
    });
    const modern = start.major > 1 || (start.major === 1 && start.minor > 0);
    const stays = modern ? !connection.includes('close') : connection.includes('keep-alive');
    this.keepAlive = stays && this.kind !== 'until-end';
    this.upgrade =
      start.method === 'CONNECT' ||
      (connection.includes('upgrade') && words('upgrade').length > 0 && switches(start));
  }
}

function switches({ status }: StartLine): boolean {
  return status === undefined || status === 101;
}

function kindOf(
  { method, status }: StartLine,
  body: { readonly chunked: boolean; readonly encoded: boolean; readonly sized: boolean },
): BodyKind {
  if (status !== undefined && (status < 200 || status === 204 || status === 304)) return 'none';
  if (body.chunked) return 'chunked';
  if (body.encoded) return 'until-end';
  if (body.sized) return 'length';
  return method === undefined ? 'until-end' : 'none';
}
