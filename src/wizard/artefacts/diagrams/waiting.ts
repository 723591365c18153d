import type { Architecture, SyncCall } from '../../model/architecture.ts';

/** How long a caller waits, as a text to add to what it asks. */
export function waits(call: SyncCall | undefined): string {
  if (call === undefined) return '';
  const { attempts, timeoutMs, deadlineMs } = call;
  const tries = attempts === 1 ? '' : `, at most ${attempts} attempts of ${timeoutMs} ms`;
  return ` (waits ${deadlineMs} ms${tries})`;
}

/** The call from one part to another, where there is one. */
export function callBetween(
  { connections }: Architecture,
  from: string,
  to: string,
): SyncCall | undefined {
  return connections.find(
    (each): each is SyncCall => each.kind === 'sync' && each.from === from && each.to === to,
  );
}
