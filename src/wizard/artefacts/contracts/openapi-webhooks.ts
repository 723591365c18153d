import type { Message } from '../../model/system.ts';
import { dataSchema, newsOf, sampleEvent } from '../messages/event.ts';
import type { Contract } from './contract.ts';
import type { Json, JsonObject } from './json.ts';
import { camel } from './names.ts';
import { workExample } from './openapi-schemas.ts';

/** One kind of notice to an address that somebody registered. */
interface Notice {
  readonly id: string;
  readonly summary: string;
  readonly type: string;
  readonly data: Json;
  readonly example: Json;
}

/** How long a notice that is not taken is sent again: `noticeHours` of the decision on notices. */
const noticeHours = 24;

/** Notices to other companies, after Standard Webhooks 1.0; none unless webhooks were chosen. */
export function webhooksOf(contract: Contract): JsonObject {
  return Object.fromEntries(
    noticesOf(contract).map((notice) => [notice.id, { post: noticeOperation(notice, contract) }]),
  );
}

function noticesOf(contract: Contract): readonly Notice[] {
  const { choices, system, tellsNews, api } = contract;
  const finishes =
    choices['long-operation'] === 'status-and-webhook' && api.operations.some(({ later }) => later);
  return [
    ...(tellsNews && choices.outbound === 'webhooks'
      ? newsOf(system).map((message) => newsNotice(message, contract))
      : []),
    ...(finishes ? [workNotice(contract)] : []),
  ];
}

function newsNotice(message: Message, { system, date }: Contract): Notice {
  const { id, name, type } = message;
  const { data: example = null } = sampleEvent(message, system, date);
  return { id, summary: `${name}.`, type, data: dataSchema(message), example };
}

function workNotice(contract: Contract): Notice {
  const { api } = contract;
  const place = api.operations.find(({ kind }) => kind === 'status')?.path ?? '/';
  return {
    id: 'work-finished',
    summary: 'Work that was answered with 202 has ended.',
    type: `com.example.${api.id}.work-finished.v1`,
    data: { $ref: '#/components/schemas/WorkStatus' },
    example: workExample(contract, place.replaceAll(/\{[^}]+\}/gu, 'a1b2c3')),
  };
}

function noticeOperation(notice: Notice, { date }: Contract): JsonObject {
  const { id, summary, type } = notice;
  return {
    operationId: `${camel(id)}Notice`,
    summary,
    description: `Sent to the address that you registered. Check the signature before you read the body, answer within 15 seconds, and do the work afterwards. What is not taken is sent again for ${noticeHours} hours, later each time; the webhook-id stays the same, so skip what you know. Notices can come in another order.`,
    security: [],
    parameters: [
      signedHeader('webhook-id', 'The same for every delivery of this notice.', `${id}-0001`),
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
              type: { type: 'string', const: type },
              timestamp: { type: 'string', format: 'date-time' },
              data: notice.data,
            },
          },
          examples: {
            typical: { value: { type, timestamp: `${date}T09:30:00Z`, data: notice.example } },
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
