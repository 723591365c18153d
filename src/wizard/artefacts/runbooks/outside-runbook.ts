import type { Architecture, SyncCall } from '../../model/architecture.ts';
import type { Alert } from '../../model/system.ts';
import { capitalized } from '../../../lib/text.ts';
import { plain } from '../markdown.ts';
import { deployableOf, partName } from './runbook-parts.ts';
import type { Pages } from './runbook-parts.ts';

type AboutOutside = Extract<Alert['about'], { kind: 'outside-down' | 'breaker-open' }>;

/** A system of others is down, or nobody asks it for now. */
export function outsidePages(
  { kind, dependency: id }: AboutOutside,
  title: string,
  architecture: Architecture,
): Pages {
  const name = partName(id, architecture);
  const note = architecture.dependencies.find((each) => each.id === id)?.note ?? '';
  const calls = architecture.connections.filter(
    (each): each is SyncCall => each.kind === 'sync' && each.to === id,
  );
  const [first] = calls;
  const meaning =
    kind === 'breaker-open'
      ? `So many calls to ${name} failed that the breaker opened: it is not asked for now, and every so often one call tries whether it is back.`
      : `${name} does not answer, or answers with errors.`;
  return {
    title: plain(capitalized(title)),
    owner: deployableOf(architecture, first?.from ?? '')?.owner ?? 'the owner of the system',
    meaning: [
      `${meaning} It is run by others${note === '' ? '' : ` (${plain(note)})`}.`,
      '',
      'What callers get meanwhile:',
      '',
      ...(calls.length === 0
        ? ['- nothing changes for them; what is sent to it waits and is sent again.']
        : calls.map((call) => callLine(call, architecture))),
    ],
    lookFirst: [
      `Look at the status page of ${name}. If they know of it, wait for them and watch that the fallback holds.`,
      'Is it them or us? Ask it from another network, with the same request. Certificates, keys that expired and names that do not resolve are ours.',
      'Is it all calls or one kind? Group the failed calls by status: 401 and 403 are our credentials, 429 is our rate, 5xx and timeouts are theirs.',
    ],
    stop: [
      'See that the fallback is served, and that nobody waits longer than the limits above. If somebody does, open the breaker by hand.',
      'Do not raise timeouts or attempts: that moves their outage into ours.',
      'Switch off what cannot work without it, and say so to callers.',
    ],
    cause: [
      'Find when the first call failed, and what was released, rotated or reconfigured then, on our side and on theirs. Keep three failed requests with their ids and times: they will ask for them.',
    ],
    after: [
      'See that the breaker closed by itself, and that what had to wait was done: once each.',
      'Add up how long it was down this month, and compare it with what they promise.',
    ],
  };
}

function callLine(call: SyncCall, architecture: Architecture): string {
  const tries = call.attempts === 1 ? 'one attempt' : `${call.attempts} attempts`;
  return `- from ${partName(call.from, architecture)}: ${plain(call.fallback)}, after at most ${call.deadlineMs} ms and ${tries}.`;
}
