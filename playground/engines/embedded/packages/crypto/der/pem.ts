import { Buffer } from 'node:buffer';

/** DER as text between two lines (RFC 7468). */

type Bytes = Uint8Array<ArrayBuffer>;

/** @param label such as `PUBLIC KEY` */
export function toPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

export interface Pem {
  readonly label: string;
  /** Whether its header names a cipher of the old kind (RFC 1421). */
  readonly isEncrypted: boolean;
  readonly der: Bytes;
}

/** @returns the first block in the text; undefined where there is none */
export function fromPem(text: string): Pem | undefined {
  const [, label = '', body = ''] =
    /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/.exec(text) ?? [];
  if (label === '') return undefined;
  const isEncrypted = body.includes('Proc-Type:');
  return { label, isEncrypted, der: Buffer.from(body, 'base64') as Bytes };
}
