import type { Alert } from '../../model/system.ts';
import { capabilityOf } from '../find-in-model.ts';
import type { Architecture } from '../../model/architecture.ts';
import { capitalized } from '../../../lib/text.ts';
import { plain } from '../markdown.ts';
import { partName, rollbackStep } from './runbook-parts.ts';
import type { Pages } from './runbook-parts.ts';

type AboutChannel = Extract<Alert['about'], { kind: 'dead-letters' | 'oldest-message' }>;

/** Messages were set aside, or wait too long. */
export function messagePages(
  { kind, channel: id }: AboutChannel,
  title: string,
  architecture: Architecture,
): Pages {
  const channel = architecture.channels.find((each) => each.id === id);
  const name = channel?.label ?? id;
  const carried = architecture.messages.filter((message) => message.channel === id);
  const receivers = [...new Set(carried.flatMap(({ to }) => to))].map((each) =>
    capabilityOf(architecture, each),
  );
  const [first] = receivers;
  const parts = [...new Set(receivers.map(({ deployable }) => deployable))];
  const who = parts.map((each) => partName(each, architecture)).join(', ');
  const deadLetter = plain(channel?.deadLetter ?? 'the dead letters');
  const owner = first?.owner ?? architecture.deployables[0]?.owner ?? 'the owner of the system';
  const common = {
    title: plain(capitalized(title)),
    owner,
    cause: causeLines(carried.map((each) => messageLine(each, architecture))),
  };
  return kind === 'dead-letters'
    ? {
        ...common,
        meaning: [
          `A message in the ${plain(name)} failed as often as it may, and stands in: ${deadLetter}. It is not lost, and it is not handled either: what it should have led to is missing.`,
        ],
        lookFirst: [
          'Which message is it, and with which error? Group the dead letters by message and error: one error is one cause.',
          'Do they still come? A handful from one minute is a hiccup of something else; a steady stream is a bug or a contract that was broken.',
          rollbackStep(architecture),
        ],
        stop: [
          'If they still come, take back the last release of the sender or of the receiver.',
          `If one receiver fails on everything, pause it (${who}): messages wait without harm, attempts that fail do not.`,
          'Do not delete, and do not send back before the cause is gone: they would only fail again.',
        ],
        after: [
          'Send the dead letters back, the oldest first, a few at a time. A receiver skips ids that it already handled, so sending twice does no harm.',
          'What cannot be handled any more is decided by whoever owns the data, one by one, and written down.',
        ],
      }
    : {
        ...common,
        meaning: [
          `The oldest message in the ${plain(name)} waits longer than it may: receivers take less than senders send. Nothing is lost, but what people see grows older.`,
        ],
        lookFirst: [
          `Do the receivers take anything at all (${who})? Nothing means a stuck or stopped receiver; less than before means a slow one.`,
          'Does one message come again and again? It blocks those behind it where order is kept.',
          'Did more come in than usual? Compare messages a second with the same hour of last week.',
        ],
        stop: [
          'Restart a receiver that takes nothing. What it had in hand is delivered again.',
          'Add receivers, as far as the database behind them has connections left; where order is kept per key, more than there are partitions do nothing.',
          'Set a message aside that blocks the others, to the dead letters.',
          'If it goes on growing, slow the sender: bulk work first.',
        ],
        after: [
          'Measure how long it took to work off what waited, and whether one more receiver belongs there for good.',
        ],
      };
}

function messageLine(
  { id, from, to, attempts, perSecond, key }: Architecture['messages'][number],
  architecture: Architecture,
): string {
  const name = (each: string): string => plain(capabilityOf(architecture, each).name);
  const receivers = to.length === 0 ? 'nobody' : to.map(name).join(', ');
  const order = key === undefined ? '' : `, in order per \`${key}\``;
  return `- \`${id}\`: from ${name(from)} to ${receivers}, about ${perSecond} a second at the peak, ${attempts} deliveries at most${order}.`;
}

function causeLines(messages: readonly string[]): readonly string[] {
  return [
    'What travels there:',
    '',
    ...(messages.length === 0 ? ['- jobs of the system itself.'] : messages),
    '',
    'Take the id of one message and follow its trace from the sender to the receiver. Compare its fields with the contract in asyncapi.yaml: a field that is missing or new is the most usual cause. Then look at what the receiver itself waits for: its database and the systems of others.',
  ];
}
