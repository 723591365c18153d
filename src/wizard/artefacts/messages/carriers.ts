import type { Architecture, Channel } from '../../model/architecture.ts';
import type { Message } from '../../model/system.ts';
import { slugOf } from '../contracts/contract.ts';
import type { JsonObject } from '../contracts/json.ts';

/** One address on which messages wait. */
export interface Carrier {
  readonly id: string;
  readonly address: string;
  readonly channel: Channel;
  readonly messages: readonly Message[];
}

/**
 * Where each message travels: a queue or a job table takes all that is meant for it, a routing
 * broker has a routing key for each message, and a log has a topic for each sender, so that what
 * one sender says of one key stays in order.
 */
export function carriersOf(system: Architecture): readonly Carrier[] {
  const byId = new Map<string, Carrier>();
  for (const message of system.messages) {
    const channel = system.channels.find(({ id }) => id === message.channel);
    if (channel === undefined) {
      throw new Error(`The message "${message.id}" waits in a channel that does not exist.`);
    }
    const [id, address] = placeOf(message, channel);
    const known = byId.get(id);
    byId.set(id, { id, address, channel, messages: [...(known?.messages ?? []), message] });
  }
  return [...byId.values()];
}

function placeOf(message: Message, { id, kind }: Channel): readonly [id: string, address: string] {
  switch (kind) {
    case 'job-table':
    case 'queue':
      return [id, id];
    case 'routing-broker':
      return [message.id, message.type];
    case 'log':
      return [`${message.from}-events`, `${message.from}.events.v1`];
  }
}

/** Where a message ends that a reader could not handle. */
export function deadLetterAddress({ address, channel }: Carrier, reader: string): string {
  switch (channel.kind) {
    case 'job-table':
      return channel.deadLetter;
    case 'queue':
      return `${address}.dead-letters`;
    case 'routing-broker':
    case 'log':
      return `${address}.${reader}.dead-letters`;
  }
}

/** Messages a second that one partition carries with ease (our convention). */
const perPartition = 500;

/** How a carrier is set up, in the words of its protocol. */
export function channelBindings(
  { channel, address, messages }: Carrier,
  system: Architecture,
): JsonObject | undefined {
  const bindingVersion = '0.3.0';
  switch (channel.kind) {
    case 'job-table':
      return undefined;
    case 'queue': {
      const queue = { name: address, durable: true, exclusive: false, autoDelete: false };
      return { amqp: { is: 'queue', queue, bindingVersion } };
    }
    case 'routing-broker': {
      const name = `${slugOf(system)}.events`;
      const exchange = { name, type: 'topic', durable: true, autoDelete: false };
      return { amqp: { is: 'routingKey', exchange, bindingVersion } };
    }
    case 'log': {
      const rate = messages.reduce((sum, { perSecond }) => sum + perSecond, 0);
      return {
        kafka: {
          topic: address,
          partitions: Math.min(60, Math.max(3, Math.ceil(rate / perPartition))),
          replicas: 3,
          topicConfiguration: {
            'cleanup.policy': ['delete'],
            'retention.ms': 7 * 24 * 3600 * 1000,
          },
          bindingVersion: '0.5.0',
        },
      };
    }
  }
}

/** How one side takes part. */
export function operationBindings(
  { channel }: Carrier,
  side: { readonly action: 'send' | 'receive'; readonly by: string },
): JsonObject | undefined {
  switch (channel.kind) {
    case 'job-table':
      return undefined;
    case 'queue':
    case 'routing-broker':
      return side.action === 'send'
        ? { amqp: { deliveryMode: 2, mandatory: true, bindingVersion: '0.3.0' } }
        : { amqp: { ack: true, bindingVersion: '0.3.0' } };
    case 'log':
      return side.action === 'send'
        ? undefined
        : {
            kafka: { groupId: { type: 'string', const: side.by }, bindingVersion: '0.5.0' },
          };
  }
}

/** The system that carries them. */
export function brokerServer({ kind, label }: Channel, system: Architecture): JsonObject {
  const slug = slugOf(system);
  switch (kind) {
    case 'job-table':
      return {
        host: `database.${slug}.internal:5432`,
        protocol: 'postgresql',
        description: `The ${label}: rows that a worker claims with FOR UPDATE SKIP LOCKED. AsyncAPI has no binding for tables.`,
      };
    case 'queue':
    case 'routing-broker':
      return {
        host: `broker.${slug}.internal:5671`,
        protocol: 'amqps',
        description: `The ${label}.`,
        security: [{ $ref: '#/components/securitySchemes/broker' }],
      };
    case 'log':
      return {
        host: `log.${slug}.internal:9093`,
        protocol: 'kafka-secure',
        description: `The ${label}.`,
        security: [{ $ref: '#/components/securitySchemes/log' }],
      };
  }
}

/** How a deployable proves to a carrier who it is; nothing where the database does that. */
export function brokerSecurity({ kind }: Channel): JsonObject {
  switch (kind) {
    case 'job-table':
      return {};
    case 'queue':
    case 'routing-broker':
      return {
        broker: { type: 'userPassword', description: 'A login of its own for each deployable.' },
      };
    case 'log':
      return {
        log: { type: 'scramSha512', description: 'A login of its own for each deployable.' },
      };
  }
}
