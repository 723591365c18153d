import type { Architecture } from '../../model/architecture.ts';
import type { Message } from '../../model/system.ts';
import type { Choices } from '../contracts/choices.ts';
import type { JsonObject } from '../contracts/json.ts';
import { camel, pascal } from '../contracts/names.ts';
import { onlyUsed } from '../contracts/only-used.ts';
import {
  brokerSecurity,
  brokerServer,
  carriersOf,
  channelBindings,
  deadLetterAddress,
  operationBindings,
} from './carriers.ts';
import type { Carrier } from './carriers.ts';
import { dataSchema, eventSchema, newsOf, sampleEvent } from './event.ts';
import { socketChannel, socketOperations, socketServer } from './socket.ts';

/** What the description of messages is written from. */
export interface MessageContext {
  readonly system: Architecture;
  readonly choices: Choices;
  readonly date: string;
}

/** Everything that is sent: an AsyncAPI 3.0 document. */
export function asyncApiDocument(context: MessageContext): JsonObject {
  const { system } = context;
  const carriers = carriersOf(system);
  const [first] = carriers;
  const hasSocket = speaksOnSocket(context);
  const body = {
    servers: {
      ...(first !== undefined && { broker: brokerServer(first.channel, system) }),
      ...(hasSocket && { socket: socketServer(system) }),
    },
    channels: {
      ...Object.fromEntries(carriers.map((each) => [camel(each.id), channelObject(each, system)])),
      ...(hasSocket && { socket: socketChannel(newsOf(system)) }),
    },
    operations: {
      ...Object.fromEntries(carriers.flatMap((each) => operationsOf(each, context))),
      ...(hasSocket && socketOperations(newsOf(system))),
    },
  };
  return {
    asyncapi: '3.0.0',
    info: {
      title: `${system.name}: messages`,
      version: '1.0.0',
      description: rules[context.choices['event-schema']].map((line) => `- ${line}`).join('\n'),
    },
    defaultContentType: 'application/cloudevents+json',
    ...body,
    components: componentsOf(body, first, context),
  };
}

/** Whether clients and the server talk on a socket of their own; GraphQL brings its own protocol. */
export function speaksOnSocket({ system, choices }: Omit<MessageContext, 'date'>): boolean {
  const open = system.apis.find(({ audience }) => audience === 'public');
  return choices['live-updates'] === 'websocket' && open?.form === 'rest';
}

const common = [
  'Every message is a CloudEvent 1.0 in its JSON form.',
  'It arrives at least once: a receiver keeps the ids that it has handled, in the same transaction as its work, and skips what it knows.',
  'x-retries says how often a message is tried and how long is waited in between, x-dead-letter where it goes afterwards; both are extensions of ours. Somebody looks at every dead letter.',
];

const rules = {
  'tolerant-json': [
    ...common,
    'Fields are only added. Receivers ignore what they do not know; what would break them becomes a new type with the next version.',
  ],
  registry: [
    ...common,
    'Each schema stands in a registry under its dataschema, which refuses what receivers of the version before could not read.',
  ],
} as const;

function channelObject(carrier: Carrier, system: Architecture): JsonObject {
  const { address, messages, channel } = carrier;
  const bindings = channelBindings(carrier, system);
  return {
    address,
    description: `On the ${channel.label}.`,
    servers: [{ $ref: '#/servers/broker' }],
    messages: Object.fromEntries(
      messages.map(({ id }) => [camel(id), { $ref: `#/components/messages/${camel(id)}` }]),
    ),
    ...(bindings !== undefined && { bindings }),
  };
}

function operationsOf(
  carrier: Carrier,
  { system }: MessageContext,
): readonly (readonly [string, JsonObject])[] {
  return carrier.messages.flatMap((message) => [
    [`send${pascal(message.id)}`, sendOperation(carrier, message)] as const,
    ...message.to.map(
      (reader) =>
        [
          `${camel(reader)}Receives${pascal(message.id)}`,
          receiveOperation(carrier, message, reader, system),
        ] as const,
    ),
  ]);
}

function sendOperation(carrier: Carrier, message: Message): JsonObject {
  const bindings = operationBindings(carrier, { action: 'send', by: message.from });
  return {
    action: 'send',
    ...partsOf(carrier, message),
    summary: `${message.from} tells: ${message.name}.`,
    ...(bindings !== undefined && { bindings }),
  };
}

function receiveOperation(
  carrier: Carrier,
  message: Message,
  reader: string,
  system: Architecture,
): JsonObject {
  const bindings = operationBindings(carrier, { action: 'receive', by: reader });
  const owner = system.capabilities.find(({ id }) => id === reader)?.owner;
  return {
    action: 'receive',
    ...partsOf(carrier, message),
    summary: `${reader} reacts to: ${message.name}.`,
    ...(bindings !== undefined && { bindings }),
    'x-retries': retriesOf(message),
    'x-dead-letter': {
      address: deadLetterAddress(carrier, reader),
      after: `${message.attempts} deliveries`,
      ...(owner !== undefined && { owner }),
    },
  };
}

function partsOf(carrier: Carrier, message: Message): JsonObject {
  const channel = `#/channels/${camel(carrier.id)}`;
  return {
    channel: { $ref: channel },
    messages: [{ $ref: `${channel}/messages/${camel(message.id)}` }],
  };
}

/** Each wait is twice as long as the one before, moved at random (our convention). */
function retriesOf({ attempts }: Message): JsonObject {
  return { attempts, firstDelaySeconds: 1, factor: 2, longestDelaySeconds: 300, jitter: 'full' };
}

function componentsOf(
  body: JsonObject,
  first: Carrier | undefined,
  context: MessageContext,
): JsonObject {
  const all = [...new Set([...context.system.messages, ...newsOf(context.system)])];
  const messages = Object.fromEntries(
    all.map((message) => [camel(message.id), messageObject(message, context)]),
  );
  const schemas = Object.fromEntries(
    all.map((message) => [pascal(message.id), dataSchema(message)]),
  );
  const securitySchemes = first === undefined ? {} : brokerSecurity(first.channel);
  return onlyUsed(body, { securitySchemes, messages, schemas });
}

function messageObject(message: Message, { system, date }: MessageContext): JsonObject {
  const { id, name, key, from, channel } = message;
  const ordered = key === undefined ? '' : ` What has the same ${key} stays in order.`;
  const onLog = system.channels.some((each) => each.id === channel && each.kind === 'log');
  return {
    name: id,
    title: name,
    summary: `${from} says what has happened.${ordered}`,
    contentType: 'application/cloudevents+json',
    headers: headersSchema,
    payload: eventSchema(message, { $ref: `#/components/schemas/${pascal(id)}` }),
    correlationId: {
      description: 'The trace that it belongs to.',
      location: '$message.payload#/traceparent',
    },
    ...(onLog &&
      key !== undefined && {
        bindings: {
          kafka: {
            key: { type: 'string', description: `The value of ${key}.` },
            bindingVersion: '0.5.0',
          },
        },
      }),
    examples: [
      {
        name: 'typical',
        headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
        payload: sampleEvent(message, system, date),
      },
    ],
  };
}

const headersSchema: JsonObject = {
  type: 'object',
  required: ['content-type'],
  properties: {
    'content-type': {
      type: 'string',
      const: 'application/cloudevents+json; charset=UTF-8',
      description: 'By this a receiver knows that the whole event is in the body.',
    },
  },
};
