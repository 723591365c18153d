import { createHmac, timingSafeEqual } from 'node:crypto';

/** Standard Webhooks 1.0.0, symmetric scheme (`v1`). */
export interface WebhookHeaders {
  /** The event's; every try of it has the same. */
  'webhook-id': string;
  /** When this try was made, in seconds since 1970. */
  'webhook-timestamp': string;
  /** One for each key, with spaces between. */
  'webhook-signature': string;
}

/** Why a delivery is refused. Tell the log, not the caller. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
}

/** @param secrets the new one and, while it changes, the old */
export function sign(
  secrets: readonly string[],
  {
    id,
    body,
    nowMs,
  }: { id: string; body: string; nowMs: number },
): WebhookHeaders {
  if (!ID.test(id)) throw new RangeError(`no webhook id: ${id}`);
  const timestamp = `${Math.floor(nowMs / 1000)}`;
  const bytes = Buffer.from(body);
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets
      .map((secret) => {
        const mac = macOf(secret, id, timestamp, bytes);
        return `v1,${mac.toString('base64')}`;
      })
      .join(' '),
  };
}

/**
 * @param body the bytes as they came: JSON that was parsed and
 *   written again is another text
 * @returns the event's id, to be taken once
 * @throws {WebhookError} where it is not to be believed
 */
export function verify(
  secrets: readonly string[],
  headers: Readonly<Partial<WebhookHeaders>>,
  body: Buffer,
  { nowMs, toleranceS }: { nowMs: number; toleranceS: number },
): string {
  const id = headers['webhook-id'] ?? '';
  const timestamp = headers['webhook-timestamp'] ?? '';
  const given = headers['webhook-signature'] ?? '';
  if (!ID.test(id) || !/^\d{1,12}$/.test(timestamp))
    throw new WebhookError('headers are missing or malformed');
  const ageS = Math.floor(nowMs / 1000) - Number(timestamp);
  if (Math.abs(ageS) > toleranceS)
    throw new WebhookError(`signed ${ageS} s ago`);
  const macs = secrets.map((secret) =>
    macOf(secret, id, timestamp, body),
  );
  const signed = given.split(' ').some((one) => {
    if (!one.startsWith('v1,')) return false; // of another scheme
    const mac = Buffer.from(one.slice(3), 'base64');
    return macs.some((right) => isSame(mac, right));
  });
  if (!signed) throw new WebhookError('no signature fits');
  return id;
}

/** Without a dot, or id and time could be cut elsewhere. */
const ID = /^[\w-]{1,128}$/;

function macOf(
  secret: string,
  id: string,
  timestamp: string,
  body: Buffer,
): Buffer {
  return createHmac('sha256', keyOf(secret))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest();
}

/** @throws {RangeError} for less than 24 bytes or over 64 */
function keyOf(secret: string): Buffer {
  const key = Buffer.from(
    secret.replace(/^whsec_/, ''),
    'base64',
  );
  if (key.length < 24 || key.length > 64)
    throw new RangeError(
      'a secret has 24 to 64 bytes, in base64',
    );
  return key;
}

/** Takes as long for a near miss as for a far one. */
function isSame(one: Buffer, other: Buffer): boolean {
  return (
    one.length === other.length && timingSafeEqual(one, other)
  );
}
