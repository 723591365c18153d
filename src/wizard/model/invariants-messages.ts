import type { Architecture, AsyncMessage, Channel } from './architecture.ts';

/**
 * Every message has a place to go when it keeps failing and tolerates coming twice; every channel
 * has who sends and who receives, and a queue has one receiver.
 */
export function brokenMessages({ connections, channels }: Architecture): readonly string[] {
  const messages = connections.filter((each) => each.kind === 'async');
  return [
    ...channels.flatMap((channel) => brokenChannel(channel, messages)),
    ...messages
      .filter(({ duplicates }) => duplicates === '')
      .map(({ from, to }) => `${from} → ${to} does not say what happens to duplicates.`),
    ...messages
      .filter(({ from, to }) => !channels.some(({ id }) => id === from || id === to))
      .filter((message) => !canWait(message, messages, channels))
      .map(({ from, to }) => `${from} → ${to} has no place for messages that keep failing.`),
  ];
}

/**
 * A message to somebody outside passes no channel: it waits, and in the end stays, in the job table
 * or in the channel that its sender already sends to or receives from.
 */
function canWait(
  { from }: AsyncMessage,
  messages: readonly AsyncMessage[],
  channels: readonly Channel[],
): boolean {
  return channels.some(
    ({ id, kind }) =>
      kind === 'job-table' ||
      messages.some(
        (each) => (each.from === from && each.to === id) || (each.from === id && each.to === from),
      ),
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
