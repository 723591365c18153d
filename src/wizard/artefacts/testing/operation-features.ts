import type { Architecture } from '../../model/architecture.ts';
import { article } from '../../model/sentences.ts';
import type { Capability, Operation, Policy } from '../../model/system.ts';
import { allOperations, capabilityOf, isOpen, policyOf } from '../find-in-model.ts';
import { feature } from './gherkin-text.ts';
import type { Scenario } from './gherkin-text.ts';
import { messageScenarios } from './message-features.ts';

/** An operation with what its examples are written from. */
interface Subject {
  readonly operation: Operation;
  readonly policy: Policy;
  /** As in "GET /orders/{orderId}". */
  readonly request: string;
  readonly hasRecord: boolean;
}

/** What a capability's operations promise, as examples: one file for each capability. */
export function capabilityFeature(capability: Capability, architecture: Architecture): string {
  const subjects = allOperations(architecture)
    .filter(
      ({ api, operation }) =>
        operation.capability === capability.id && api.deployable === capability.deployable,
    )
    .map(({ operation }): Subject => {
      const { method, path } = operation;
      return {
        operation,
        policy: policyOf(architecture, operation),
        request: `${method} ${path}`,
        hasRecord: path.includes('{'),
      };
    });
  const one = capabilityOf(architecture, capability.id).resource.singular;
  return feature(
    capability.name,
    'the operations, policies and messages of architecture.json',
    [`${capability.owner} answers for it; it keeps ${capability.resource.plural}.`],
    [
      ...subjects.map((subject) => successScenario(subject, one)),
      ...strangers(subjects),
      ...othersRecords(subjects, one),
      ...missing(subjects, one),
      ...repeated(subjects),
      ...changedMeanwhile(subjects, one),
      ...slow(subjects),
      ...messageScenarios(capability, architecture),
    ],
  );
}

const statuses = {
  list: '200 and one page, with the way to the next one',
  read: '200 and the record',
  create: '201 and the place of the new record',
  update: '200 and the record as it is now',
  remove: '204',
  act: '200 and the outcome',
  status: '200 and how far it is',
} as const;

function successScenario(subject: Subject, one: string): Scenario {
  const { operation, policy, request, hasRecord } = subject;
  const { summary, later, kind, publishes } = operation;
  return {
    name: summary,
    tags: ['happy'],
    steps: [
      `Given ${callerOf(policy, one)}`,
      ...(hasRecord ? [`And ${article(one)} that exists`] : []),
      `When they send "${request}"`,
      `Then the answer is ${later ? '202 and the place to ask how it goes' : statuses[kind]}`,
      ...publishes.map((id) => `And the message "${id}" is written in the same transaction`),
    ],
  };
}

/** The caller who may, as in "a buyer who owns the order". */
function callerOf(policy: Policy, one: string): string {
  if (isOpen(policy)) return 'somebody who did not sign in';
  const whose = {
    none: '',
    owner: ` who owns the ${one}`,
    'same-tenant': ` of the tenant that the ${one} belongs to`,
    attribute: ` of the department that the ${one} belongs to`,
    relationship: ` with whom the ${one} was shared`,
  }[policy.condition];
  return `${article(policy.role)}${whose}`;
}

/** An outline over some operations; nothing where there is none. */
function outline(
  subjects: readonly Subject[],
  scenario: Omit<Scenario, 'examples'>,
  head: readonly string[],
  row: (subject: Subject) => readonly string[],
): readonly Scenario[] {
  return subjects.length === 0 ? [] : [{ ...scenario, examples: [head, ...subjects.map(row)] }];
}

function strangers(subjects: readonly Subject[]): readonly Scenario[] {
  return outline(
    subjects.filter(({ policy }) => !isOpen(policy)),
    {
      name: 'Refused to whoever does not say who they are',
      tags: ['security'],
      steps: [
        'Given somebody without a valid session, key or token',
        'When they send "<request>"',
        'Then the answer is 401',
        'And nothing has changed',
      ],
    },
    ['request'],
    ({ request }) => [request],
  );
}

function othersRecords(subjects: readonly Subject[], one: string): readonly Scenario[] {
  return outline(
    subjects.filter(({ policy }) => policy.condition !== 'none'),
    {
      name: `Not for a ${one} that the caller has no right to`,
      tags: ['security'],
      steps: [
        `Given a <role> for whom the condition "<condition>" does not hold`,
        'When they send "<request>"',
        'Then the answer is <answer>',
        'And nothing has changed',
      ],
    },
    ['request', 'role', 'condition', 'answer'],
    ({ request, policy: { role, condition }, hasRecord, operation: { method } }) => [
      request,
      role,
      condition,
      hasRecord ? '404, as if it did not exist' : method === 'GET' ? '200 without it' : '403',
    ],
  );
}

function missing(subjects: readonly Subject[], one: string): readonly Scenario[] {
  return outline(
    subjects.filter(({ hasRecord }) => hasRecord),
    {
      name: `A ${one} that does not exist`,
      tags: ['failure'],
      steps: [
        'Given somebody who may',
        `But the ${one} does not exist`,
        'When they send "<request>"',
        'Then the answer is <answer>',
      ],
    },
    ['request', 'answer'],
    ({ request, operation }) => [request, operation.kind === 'remove' ? '204 or 404' : '404'],
  );
}

function repeated(subjects: readonly Subject[]): readonly Scenario[] {
  const keyed = subjects.filter(({ operation }) => operation.repeatable === 'key');
  const natural = subjects.filter(({ operation }) => operation.repeatable === 'natural');
  const request = ({ request: text }: Subject): readonly string[] => [text];
  return [
    ...outline(
      keyed,
      {
        name: 'Sent twice with the same idempotency key, done once',
        tags: ['failure'],
        steps: [
          'Given somebody who may',
          'And the answer to their "<request>" was lost',
          'When they send it again with the same idempotency key',
          'Then the second answer equals the first',
          'And it was done once',
        ],
      },
      ['request'],
      request,
    ),
    ...outline(
      keyed,
      {
        name: 'An idempotency key is not used for something else',
        tags: ['failure'],
        steps: [
          'Given somebody who sent "<request>" with an idempotency key',
          'When they send another body with the same key',
          'Then the answer is 422',
          'And nothing has changed',
        ],
      },
      ['request'],
      request,
    ),
    ...outline(
      natural,
      {
        name: 'Sent twice, the result is as after the first time',
        tags: ['failure'],
        steps: [
          'Given somebody who may',
          'And the answer to their "<request>" was lost',
          'When they send it again',
          'Then the record is as after the first time',
        ],
      },
      ['request'],
      request,
    ),
  ];
}

function changedMeanwhile(subjects: readonly Subject[], one: string): readonly Scenario[] {
  return outline(
    subjects.filter(({ operation: { kind } }) => kind === 'update' || kind === 'remove'),
    {
      name: `The ${one} was changed by somebody else meanwhile`,
      tags: ['failure'],
      steps: [
        `Given two callers who read the same version of ${article(one)}`,
        'And the first one changed it',
        'When the second one sends "<request>" with the ETag of that version in If-Match',
        'Then the answer is 412',
        'And the change of the first one stays',
      ],
    },
    ['request'],
    ({ request }) => [request],
  );
}

function slow(subjects: readonly Subject[]): readonly Scenario[] {
  return outline(
    subjects,
    {
      name: 'The database does not answer in time',
      tags: ['failure'],
      steps: [
        'Given somebody who may',
        'But the database does not answer',
        'When they send "<request>"',
        'Then the answer is 503 with Retry-After, after at most <timeout>',
        'And nothing was done by halves',
      ],
    },
    ['request', 'timeout'],
    ({ request, operation }) => [request, `${operation.timeoutMs} ms`],
  );
}
