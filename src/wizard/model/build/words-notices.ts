import { at, deed, optional, ref, secret, state, text, whole } from './word.ts';
import type { Word } from './word.ts';

/** Areas of telling other companies, and people who are not looking. */
export const noticeWords: readonly Word[] = [
  {
    names: ['webhook endpoints', 'webhook endpoint', 'endpoints'],
    singular: 'endpoint',
    plural: 'endpoints',
    fields: [
      text('url', 'https://hooks.example.com/orders'),
      text('eventTypes', 'order.placed order.cancelled'),
      state('active', 'disabled'),
      optional(at('failingSince')),
      optional(secret(text('signingSecret', 'whsec_shown-once'))),
    ],
    step: deed('open the endpoint', 'disable the endpoint', 'endpoint-opened', 'endpoint-disabled'),
  },
  {
    names: ['webhook events', 'webhook event', 'outgoing events'],
    singular: 'event',
    plural: 'events',
    fields: [
      text('type', 'order.placed'),
      text('subject', 'order 4711'),
      text('data', '{"orderId":"4711"}'),
    ],
    step: deed('accept the event', 'withdraw the event', 'event-accepted', 'event-withdrawn'),
    operations: ['list', 'read', 'create'],
    writtenBy: 'machine',
  },
  {
    names: ['webhook deliveries', 'webhook delivery', 'webhooks'],
    singular: 'delivery',
    plural: 'deliveries',
    fields: [
      ref('endpointId'),
      ref('eventId'),
      state('waiting', 'delivered', 'given-up'),
      whole('attempts', 3),
      optional(whole('lastStatus', 503)),
      optional(at('nextAttemptAt')),
    ],
    step: deed('deliver the event', 'stop the delivery', 'event-delivered', 'delivery-stopped'),
    operations: ['list', 'read'],
    writtenBy: 'machine',
  },
  {
    names: ['push devices', 'phones', 'push'],
    singular: 'push-device',
    plural: 'push-devices',
    fields: [
      ref('userId'),
      text('platform', 'android'),
      secret(text('pushToken', 'fcm-4711')),
      state('active', 'expired'),
      at('seenAt'),
    ],
    step: deed('push to the phone', 'withdraw the push', 'phone-pushed', 'push-withdrawn'),
    operations: ['list', 'create', 'remove'],
  },
];
