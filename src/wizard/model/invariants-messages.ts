import type { Architecture, AsyncMessage, Channel, Deployable, Helper } from './architecture.ts';

/**
 * Every message has a place to go when it keeps failing and tolerates coming twice; every channel
 * has who sends and who receives, and a queue has one receiver.
 */
export function brokenMessages({
  connections,
  channels,
  deployables,
}: Architecture): readonly string[] {
  const messages = connections.filter((each) => each.kind === 'async');
  return [
    ...channels.flatMap((channel) => brokenChannel(channel, messages)),
    ...messages
      .filter(({ duplicates }) => duplicates === '')
      .map(({ from, to }) => `${from} → ${to} does not say what happens to duplicates.`),
    ...messages
      .filter(({ from, to }) => !channels.some(({ id }) => id === from || id === to))
      .filter((message) => !canWait(message, channels, deployables))
      .map(({ from, to }) => `${from} → ${to} has no place for messages that keep failing.`),
  ];
}

/** Helpers that keep in a table of their own what is still to be sent. */
const keeping: readonly Helper['kind'][] = ['outbox-relay', 'webhook-sender', 'worker'];

/**
 * A message to somebody outside passes no channel: it waits, and in the end stays, in the job table,
 * or in the table of a helper of its sender.
 */
function canWait(
  { from }: AsyncMessage,
  channels: readonly Channel[],
  deployables: readonly Deployable[],
): boolean {
  const helpers = deployables.find(({ id }) => id === from)?.helpers ?? [];
  return (
    channels.some(({ kind }) => kind === 'job-table') ||
    helpers.some(({ kind }) => keeping.includes(kind))
  );
}

function brokenChannel(
  { id, kind, deadLetter }: Channel,
  messages: readonly AsyncMessage[],
): readonly string[] {
  const lost = deadLetter === '' ? [`${id} has no place for messages that keep failing.`] : [];
  if (kind === 'job-table') return lost;
  const senders = messages.filter(({ to }) => to === id).length;
  const receivers = messages.filter(({ from }) => from === id).length;
  return [
    ...lost,
    ...(senders === 0 ? [`Nobody sends to ${id}.`] : []),
    ...(receivers === 0 ? [`Nobody receives from ${id}.`] : []),
    ...(kind === 'queue' && receivers > 1
      ? [`${id} hands each message to one worker, and ${receivers} deployables read from it.`]
      : []),
  ];
}
