import { capitalized } from '../../../lib/text.ts';
import { article } from '../../model/sentences.ts';
import type { Capability, Operation, RateLimit } from '../../model/system.ts';
import { allOperations, isOpen, policyOf } from '../find-in-model.ts';
import type { Architecture } from '../../model/architecture.ts';
import { feature } from './gherkin-text.ts';
import type { Scenario } from './gherkin-text.ts';

/** What a capability's operations promise, as examples: one file for each capability. */
export function capabilityFeature(capability: Capability, architecture: Architecture): string {
  const operations = allOperations(architecture)
    .map(({ operation }) => operation)
    .filter((operation) => operation.capability === capability.id);
  return feature(
    capability.name,
    'the operations, policies and limits of architecture.json',
    [`${capability.owner} answers for it; it keeps ${capability.resource.plural}.`],
    [
      ...operations.flatMap((operation) => operationScenarios(operation, capability, architecture)),
      ...messageScenarios(capability, architecture),
    ],
  );
}

function operationScenarios(
  operation: Operation,
  capability: Capability,
  architecture: Architecture,
): readonly Scenario[] {
  return [
    successScenario(operation, capability, architecture),
    ...strangerScenarios(operation, capability, architecture),
    ...missingScenarios(operation, capability, architecture),
    ...repeatScenarios(operation, capability, architecture),
    ...slowScenarios(operation, capability, architecture),
    ...limitScenarios(operation, architecture),
  ];
}

/** The caller who may, in a sentence. */
function callerStep(
  operation: Operation,
  capability: Capability,
  architecture: Architecture,
): string {
  const policy = policyOf(architecture, operation);
  const who = isOpen(policy) ? 'somebody who did not sign in' : article(policy.role);
  const one = capability.resource.singular;
  const whose = {
    none: '',
    owner: ` who owns the ${one}`,
    'same-tenant': ` of the tenant that the ${one} belongs to`,
    attribute: ` of the department that the ${one} belongs to`,
    relationship: ` with whom the ${one} was shared`,
  }[policy.condition];
  return `Given ${who}${whose}`;
}

function request({ method, path, id }: Operation): string {
  return `"${method} ${path}" (${id})`;
}

const statuses = {
  list: '200 and a page of them, with the way to the next page',
  read: '200 and the record',
  create: '201 and the place of the new record',
  update: '200 and the record as it is now',
  remove: '204',
  act: '200 and the outcome',
  status: '200 and how far it got',
} as const;

function successScenario(
  operation: Operation,
  capability: Capability,
  architecture: Architecture,
): Scenario {
  const answer = operation.later
    ? '202 and the place to ask how it goes'
    : statuses[operation.kind];
  return {
    name: operation.summary,
    tags: ['happy'],
    steps: [
      callerStep(operation, capability, architecture),
      ...(needsRecord(operation)
        ? [`And ${article(capability.resource.singular)} that exists`]
        : []),
      `When they send ${request(operation)}`,
      `Then the answer is ${answer}`,
      ...operation.publishes.map(
        (id) => `And the message "${id}" is written in the same transaction`,
      ),
    ],
  };
}

function needsRecord({ path }: Operation): boolean {
  return path.includes('{');
}

function strangerScenarios(
  operation: Operation,
  { resource }: Capability,
  architecture: Architecture,
): readonly Scenario[] {
  const policy = policyOf(architecture, operation);
  if (isOpen(policy)) return [];
  const unknown: Scenario = {
    name: `${operation.summary}: refused to whoever does not say who they are`,
    tags: ['security'],
    steps: [
      'Given somebody without a session, key or token',
      `When they send ${request(operation)}`,
      'Then the answer is 401',
      'And nothing has changed',
    ],
  };
  if (policy.condition === 'none') return [unknown];
  const refused = needsRecord(operation)
    ? '404, as if it did not exist'
    : '200 without that record';
  const isWrite = operation.method !== 'GET';
  return [
    unknown,
    {
      name: `${operation.summary}: not for somebody else’s ${resource.singular}`,
      tags: ['security'],
      steps: [
        `Given ${article(policy.role)} for whom the condition of the policy "${policy.id}" does not hold`,
        `When they send ${request(operation)}`,
        `Then the answer is ${isWrite && !needsRecord(operation) ? '403' : refused}`,
        'And nothing has changed',
      ],
    },
  ];
}

function missingScenarios(
  operation: Operation,
  capability: Capability,
  architecture: Architecture,
): readonly Scenario[] {
  if (!needsRecord(operation)) return [];
  return [
    {
      name: `${operation.summary}: what does not exist is not found`,
      tags: ['failure'],
      steps: [
        callerStep(operation, capability, architecture),
        `But the ${capability.resource.singular} does not exist`,
        `When they send ${request(operation)}`,
        `Then the answer is ${operation.kind === 'remove' ? '204 or 404' : '404'}`,
      ],
    },
  ];
}

function repeatScenarios(
  operation: Operation,
  capability: Capability,
  architecture: Architecture,
): readonly Scenario[] {
  if (operation.repeatable !== 'key' && operation.repeatable !== 'natural') return [];
  const isByKey = operation.repeatable === 'key';
  const caller = callerStep(operation, capability, architecture);
  const same = {
    name: `${operation.summary}: sent twice, done once`,
    tags: ['failure'],
    steps: [
      caller,
      `When they send ${request(operation)}${isByKey ? ' with an idempotency key' : ''}`,
      'And the answer is lost',
      `And they send the same again${isByKey ? ' with the same key' : ''}`,
      isByKey ? 'Then the second answer equals the first' : 'Then the record is as after the first',
      'And it was done once',
    ],
  };
  if (!isByKey) return [same];
  return [
    same,
    {
      name: `${operation.summary}: a key is not used for something else`,
      tags: ['failure'],
      steps: [
        caller,
        `When they send ${request(operation)} with an idempotency key`,
        'And they send another body with the same key',
        'Then the answer is 422',
        'And it was done once',
      ],
    },
  ];
}

function slowScenarios(
  operation: Operation,
  capability: Capability,
  architecture: Architecture,
): readonly Scenario[] {
  return [
    {
      name: `${operation.summary}: the database is too slow`,
      tags: ['failure'],
      steps: [
        callerStep(operation, capability, architecture),
        `But the database does not answer within ${operation.timeoutMs} ms`,
        `When they send ${request(operation)}`,
        `Then the answer is 503 with Retry-After after at most ${operation.timeoutMs} ms`,
        ...(operation.method === 'GET' ? [] : ['And nothing was done by halves']),
      ],
    },
  ];
}

function limitScenarios(operation: Operation, { rateLimits }: Architecture): readonly Scenario[] {
  return rateLimits.map((limit) => ({
    name: `${operation.summary}: too many from ${limitedBy[limit.of]}`,
    tags: ['failure', 'limit'],
    steps: [
      `Given ${limitedBy[limit.of]} that used its burst of ${limit.burst} requests`,
      `When it sends ${request(operation)} faster than ${limit.perSecond} times a second`,
      'Then the answer is 429 with Retry-After',
      'And others are answered as before',
    ],
  }));
}

const limitedBy: Readonly<Record<RateLimit['of'], string>> = {
  address: 'one address',
  'api-key': 'one API key',
  tenant: 'one tenant',
};

/** What becomes of messages that this capability takes. */
function messageScenarios(
  { id, name }: Capability,
  { messages }: Architecture,
): readonly Scenario[] {
  return messages
    .filter(({ to }) => to.includes(id))
    .flatMap((message) => [
      {
        name: `${message.id} that comes twice is handled once`,
        tags: ['messages'],
        steps: [
          `Given the message "${message.id}" was handled`,
          'When it is delivered again with the same id',
          'Then nothing changes',
          'And it is acknowledged',
        ],
      },
      {
        name: `${message.id} that fails again and again is set aside`,
        tags: ['messages', 'failure'],
        steps: [
          `Given the message "${message.id}" that cannot be handled`,
          `When it failed ${message.attempts} times`,
          'Then it stands among the dead letters with its error',
          'And the messages behind it are handled',
        ],
      },
      ...(message.key === undefined
        ? []
        : [
            {
              name: `${message.id} keeps its order per ${message.key}`,
              tags: ['messages'],
              steps: [
                `Given two messages "${message.id}" with the same ${message.key}`,
                'When both wait at the same time',
                `Then ${capitalized(name)} handles the earlier one first`,
              ],
            },
          ]),
    ]);
}
