import type { Architecture } from '../../model/architecture.ts';
import type { Capability, RateLimit } from '../../model/system.ts';
import { feature } from './gherkin-text.ts';
import type { Scenario } from './gherkin-text.ts';

/** What becomes of the messages that a capability takes. */
export function messageScenarios(
  { id, name }: Capability,
  { messages }: Architecture,
): readonly Scenario[] {
  const taken = messages.filter(({ to }) => to.includes(id));
  if (taken.length === 0) return [];
  const ordered = taken.flatMap((each) => (each.key === undefined ? [] : [[each.id, each.key]]));
  return [
    {
      name: 'A message that comes twice is handled once',
      tags: ['messages'],
      steps: [
        'Given the message "<message>" was handled',
        'When it is delivered again with the same id',
        'Then nothing changes',
        'And it is acknowledged',
      ],
      examples: [['message'], ...taken.map((each) => [each.id])],
    },
    {
      name: 'A message that fails again and again is set aside',
      tags: ['messages', 'failure'],
      steps: [
        'Given the message "<message>" that cannot be handled',
        'When it failed <attempts> times',
        'Then it stands among the dead letters with its error',
        'And the messages behind it are handled',
      ],
      examples: [['message', 'attempts'], ...taken.map((each) => [each.id, `${each.attempts}`])],
    },
    ...(ordered.length === 0
      ? []
      : [
          {
            name: 'Messages with the same key keep their order',
            tags: ['messages'],
            steps: [
              'Given two messages "<message>" with the same <key>',
              'When both wait at the same time',
              `Then ${name} handles the earlier one first`,
            ],
            examples: [['message', 'key'], ...ordered],
          },
        ]),
  ];
}

const limited: Readonly<Record<RateLimit['of'], string>> = {
  address: 'address',
  'api-key': 'API key',
  tenant: 'tenant',
};

/** Where too much is asked for: who gets which answer. */
export function limitFeature(limits: readonly RateLimit[]): string {
  return feature(
    'Limits',
    'the rate limits of architecture.json',
    ['One caller never takes what others need.'],
    limits.flatMap(({ of, where, perSecond, burst, concurrent }) => [
      {
        name: `One ${limited[of]} sends too fast`,
        tags: ['limit'],
        steps: [
          `Given one ${limited[of]} that used its burst of ${burst} requests`,
          `When it sends more than ${perSecond} requests a second`,
          `Then the ${where} answers 429 with Retry-After`,
          'And others are answered as before',
        ],
      },
      {
        name: `One ${limited[of]} has too many requests open`,
        tags: ['limit'],
        steps: [
          `Given one ${limited[of]} with ${concurrent} requests that are being answered`,
          'When it sends one more',
          `Then the ${where} refuses it at once with 429 or 503 and Retry-After`,
          'And those that are being answered go on',
        ],
      },
    ]),
  );
}
