import type { Message } from '../../model/system.ts';
import { dataSchema, newsOf, sampleEvent } from '../messages/event.ts';
import type { Contract } from './contract.ts';
import type { JsonObject } from './json.ts';
import { camel } from './names.ts';

/** Notices to other companies, after Standard Webhooks 1.0; none unless webhooks were chosen. */
export function webhooksOf(contract: Contract): JsonObject {
  const { choices, system, tellsNews } = contract;
  if (!tellsNews || choices.outbound !== 'webhooks') return {};
  return Object.fromEntries(
    newsOf(system).map((message) => [message.id, { post: noticeOf(message, contract) }]),
  );
}

function noticeOf(message: Message, { system, date }: Contract): JsonObject {
  const { data = null } = sampleEvent(message, system, date);
  return {
    operationId: `${camel(message.id)}Notice`,
    summary: `${message.name}.`,
    description: `Sent to the address that you registered. Check the signature before you read the body, answer within 15 seconds, and do the work afterwards. What is not taken is sent again up to ${message.attempts} times, later each time; the webhook-id stays the same, so skip what you know. Notices can come in another order.`,
    security: [],
    parameters: [
      signedHeader(
        'webhook-id',
        'The same for every delivery of this notice.',
        `${message.id}-0001`,
      ),
      signedHeader(
        'webhook-timestamp',
        'Seconds since 1970 of this attempt; refuse what is older than five minutes.',
        String(Date.parse(`${date}T09:30:00Z`) / 1000),
      ),
      signedHeader(
        'webhook-signature',
        'HMAC-SHA256 of "id.timestamp.body" with your secret, in Base64; several stand apart by a space while a secret is replaced.',
        'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      ),
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['type', 'timestamp', 'data'],
            properties: {
              type: { type: 'string', const: message.type },
              timestamp: { type: 'string', format: 'date-time' },
              data: dataSchema(message),
            },
          },
          examples: {
            typical: { value: { type: message.type, timestamp: `${date}T09:30:00Z`, data } },
          },
        },
      },
    },
    responses: {
      '2XX': { description: 'Taken. The body is not read.' },
      '410': { description: 'Not wanted any more: the address is switched off.' },
      '4XX': { description: 'Not taken; it is sent again.' },
      '5XX': { description: 'Not taken; it is sent again, after Retry-After where that is given.' },
    },
  };
}

function signedHeader(name: string, description: string, example: string): JsonObject {
  return { name, in: 'header', required: true, description, schema: { type: 'string' }, example };
}
