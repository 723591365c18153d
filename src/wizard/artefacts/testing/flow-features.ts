import type { Architecture, Dependency } from '../../model/architecture.ts';
import type { Flow, Step } from '../../model/system.ts';
import { feature } from './gherkin-text.ts';
import type { Scenario } from './gherkin-text.ts';

const kinds = {
  transaction: 'one transaction: all of it happens or nothing',
  choreographed:
    'each part reacts to the one before, and takes its step back when a later one fails',
  orchestrated: 'one part leads, remembers how far it got, and takes steps back when one fails',
} as const;

/** An action over several capabilities: how it succeeds, and how it fails at each step. */
export function flowFeature(flow: Flow): string {
  return feature(
    flow.name,
    'the flows of architecture.json',
    [`It is kept whole by ${kinds[flow.kind]}.`],
    [
      {
        name: 'every step succeeds',
        tags: ['happy'],
        steps: [
          `Given the action "${flow.name}" has begun`,
          ...flow.steps.map(
            (step, index) => `${index === 0 ? 'When' : 'And'} ${stepName(step)} succeeds`,
          ),
          'Then the action is finished',
        ],
      },
      ...flow.steps.map((step, index) => failingScenario(flow, step, index)),
      ...(flow.kind === 'transaction' ? [] : crashScenarios(flow)),
    ],
  );
}

function stepName({ id, does }: Step): string {
  return `the step "${id}" (${does})`;
}

function failingScenario(flow: Flow, step: Step, index: number): Scenario {
  const earlier = flow.steps.slice(0, index);
  const before = [
    `Given the action "${flow.name}" has begun`,
    ...earlier.map((each) => `And ${stepName(each)} succeeded`),
  ];
  const tries = step.attempts === 1 ? 'fails' : `failed ${step.attempts} times`;
  if (flow.kind === 'transaction') {
    return {
      name: `${step.does} fails`,
      tags: ['failure'],
      steps: [
        ...before,
        `When ${stepName(step)} fails`,
        'Then the transaction is rolled back',
        'And no record has changed',
      ],
    };
  }
  if (step.role === 'retried') {
    return {
      name: `${step.does} fails after the point of no return`,
      tags: ['failure'],
      steps: [
        ...before,
        `When ${stepName(step)} ${tries}`,
        'Then it is tried again later, and an alert is raised',
        'And no earlier step is undone',
      ],
    };
  }
  const undone = earlier.filter(({ undo }) => undo !== undefined).toReversed();
  return {
    name: `${step.does} fails and what was done is taken back`,
    tags: ['failure', 'compensation'],
    steps: [
      ...before,
      `When ${stepName(step)} ${tries}`,
      ...(undone.length === 0
        ? ['Then there is nothing to take back']
        : undone.map(
            (each, place) => `${place === 0 ? 'Then' : 'And'} "${each.undo ?? ''}" is done`,
          )),
      'And the action is marked as failed',
    ],
  };
}

/** A process can end between any two steps. */
function crashScenarios({ name, steps }: Flow): readonly Scenario[] {
  return steps.slice(0, -1).map((step) => ({
    name: `the process ends after “${step.does}”`,
    tags: ['failure', 'crash'],
    steps: [
      `Given the action "${name}" has done the step "${step.id}"`,
      'When the process ends and another one takes over',
      'Then the action goes on with the step after it',
      `And the step "${step.id}" is not done twice`,
    ],
  }));
}

/** What callers see while a system of others is down. */
export function dependencyFeature(
  { id, label, note }: Dependency,
  { connections }: Architecture,
): string {
  const calls = connections.filter((each) => each.kind === 'sync' && each.to === id);
  return feature(
    `While ${label} is down`,
    'the calls of architecture.json',
    [`${label}: ${note}.`],
    calls.flatMap((call) => {
      if (call.kind !== 'sync') return [];
      return [
        {
          name: `${call.from} waits no longer than it may`,
          tags: ['failure'],
          steps: [
            `Given ${label} does not answer`,
            `When ${call.from} calls it (${call.label})`,
            `Then each attempt is given up after ${call.timeoutMs} ms`,
            `And after at most ${call.attempts} attempts and ${call.deadlineMs} ms the outcome is: ${call.fallback}`,
          ],
        },
        ...(call.breaker
          ? [
              {
                name: `${call.from} stops asking while the breaker is open`,
                tags: ['failure'],
                steps: [
                  `Given the breaker between ${call.from} and ${label} is open`,
                  `When ${call.from} would call it`,
                  'Then no request leaves',
                  `And the outcome at once is: ${call.fallback}`,
                ],
              },
            ]
          : []),
      ];
    }),
  );
}
