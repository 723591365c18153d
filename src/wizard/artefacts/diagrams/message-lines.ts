import type { Message } from '../../model/system.ts';
import { capabilityOf } from '../find-in-model.ts';
import type { Architecture } from '../../model/architecture.ts';
import { called, noted, sent, sometimes } from './scene.ts';
import type { SceneLine } from './scene.ts';

/** What happens to messages once the answer is given: relayed, handled once, set aside when they fail. */
export function afterwards(
  architecture: Architecture,
  from: string,
  published: readonly string[],
): readonly SceneLine[] {
  return architecture.messages
    .filter(({ id }) => published.includes(id))
    .flatMap((message) => deliveryLines(architecture, from, message));
}

/** One message from its outbox to whoever handles it. */
export function deliveryLines(
  architecture: Architecture,
  from: string,
  message: Message,
): readonly SceneLine[] {
  const carrier = carrierOf(architecture, message);
  const order = message.key === undefined ? '' : `, in order per ${message.key}`;
  const receivers = message.to.map((id) => capabilityOf(architecture, id));
  return [
    sent(from, carrier, `${message.id} from the outbox, until it is taken${order}`),
    ...receivers.flatMap(({ deployable, store, resource }) => [
      sent(carrier, deployable, message.id),
      called(
        deployable,
        store,
        `in one transaction: note the id, change ${resource.plural}; a known id is skipped`,
      ),
      ...sometimes(`fails ${message.attempts} times`, [
        noted(carrier, `to the dead letters: ${deadLetterOf(architecture, message)}`),
      ]),
    ]),
  ];
}

/** The part that carries a message: its channel or, for a table of jobs, the database that holds it. */
function carrierOf(architecture: Architecture, { channel: id, from }: Message): string {
  const channel = architecture.channels.find((each) => each.id === id);
  return channel === undefined || channel.kind === 'job-table'
    ? capabilityOf(architecture, from).store
    : id;
}

function deadLetterOf({ channels }: Architecture, { channel: id }: Message): string {
  return channels.find((each) => each.id === id)?.deadLetter ?? 'kept apart';
}
