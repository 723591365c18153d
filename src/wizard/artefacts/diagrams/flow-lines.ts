import type { Architecture } from '../../model/architecture.ts';
import type { Flow, Operation, Step } from '../../model/system.ts';
import { capabilityOf } from '../find-in-model.ts';
import { afterwards } from './message-lines.ts';
import { called, either, noted, replied, sent } from './scene.ts';
import type { Inner, SceneLine } from './scene.ts';
import { callBetween } from './waiting.ts';

/** A step with where it is done. */
interface PlacedStep {
  readonly step: Step;
  readonly deployable: string;
  readonly store: string;
}

/**
 * An action over several capabilities.
 * @param home the deployable that takes the request
 */
export function flowLines(
  architecture: Architecture,
  flow: Flow,
  operation: Operation,
  home: string,
): Inner {
  const placed = flow.steps.map((step): PlacedStep => {
    const { deployable, store } = capabilityOf(architecture, step.capability);
    return { step, deployable, store };
  });
  switch (flow.kind) {
    case 'transaction':
      return inOneTransaction(architecture, placed, operation, home);
    case 'orchestrated':
      return orchestrated(architecture, placed, operation, home);
    case 'choreographed':
      return choreographed(architecture, placed, operation, home);
  }
}

function inOneTransaction(
  architecture: Architecture,
  steps: readonly PlacedStep[],
  operation: Operation,
  home: string,
): Inner {
  const { store } = capabilityOf(architecture, operation.capability);
  const outbox = operation.publishes.length > 0;
  return {
    beforeAnswer: [
      called(home, store, 'begin'),
      ...steps.map(({ step }) => called(home, store, step.does)),
      ...(outbox ? [called(home, store, 'write the message into the outbox')] : []),
      ...either(
        'every step succeeds',
        [called(home, store, 'commit'), replied(store, home, 'committed')],
        `a step fails, or ${operation.timeoutMs} ms are over`,
        [
          called(home, store, 'roll back: nothing of it happened'),
          replied(home, architecture.edge.id, 'the error'),
        ],
      ),
    ],
    answer: answerOf(operation),
    afterAnswer: afterwards(architecture, home, operation.publishes),
  };
}

function orchestrated(
  architecture: Architecture,
  steps: readonly PlacedStep[],
  operation: Operation,
  home: string,
): Inner {
  const conductor =
    architecture.deployables.find(({ helpers }) =>
      helpers.some(({ kind }) => kind === 'saga-orchestrator'),
    )?.id ?? home;
  const { store } = capabilityOf(architecture, operation.capability);
  const run = [
    ...steps.flatMap((each) => askedStep(architecture, conductor, each)),
    ...either(
      'every step succeeded',
      [noted(conductor, 'the flow is finished')],
      'a step before the point of no return fails',
      [
        ...undoable(steps).flatMap((each) =>
          asked(architecture, conductor, each, each.step.undo ?? ''),
        ),
        noted(conductor, 'the flow is undone'),
      ],
    ),
    ...pivotNote(steps, conductor),
  ];
  const begin = called(
    home,
    store,
    'in one transaction: write the request and the first state of the flow',
  );
  const isWaitedFor = steps.every(
    ({ deployable }) =>
      deployable === conductor || callBetween(architecture, conductor, deployable) !== undefined,
  );
  if (isWaitedFor && !operation.later) {
    return { beforeAnswer: [begin, ...run], answer: answerOf(operation), afterAnswer: [] };
  }
  const answer = operation.later ? answerOf(operation) : takenAnswer;
  return { beforeAnswer: [begin], answer, afterAnswer: run };
}

function askedStep(
  architecture: Architecture,
  conductor: string,
  each: PlacedStep,
): readonly SceneLine[] {
  const text = `${each.step.does} (${patience(each.step)})`;
  const { deployable, store } = each;
  if (deployable === conductor) return [called(deployable, store, each.step.does)];
  return [
    ...asked(architecture, conductor, each, text),
    called(deployable, store, 'in one transaction: do it, and note the id of the step'),
    ...asked(architecture, deployable, { ...each, deployable: conductor }, 'done', true),
  ];
}

/** What one part asks of another: by a call where there is one, else by a message. */
function asked(
  architecture: Architecture,
  from: string,
  { deployable: to, store }: PlacedStep,
  text: string,
  isReply = false,
): readonly SceneLine[] {
  if (from === to) return [called(to, store, text)];
  const waited = callBetween(
    architecture,
    ...(isReply ? ([to, from] as const) : ([from, to] as const)),
  );
  if (waited !== undefined) return [isReply ? replied(from, to, text) : called(from, to, text)];
  return told(architecture, from, to, text);
}

function choreographed(
  architecture: Architecture,
  steps: readonly PlacedStep[],
  operation: Operation,
  home: string,
): Inner {
  const onward = steps.map(({ step, deployable, store }, index) => {
    const next = steps[index + 1];
    const work = `in one transaction: ${step.does}, and the event into the outbox`;
    return [
      called(deployable, store, next === undefined ? `in one transaction: ${step.does}` : work),
      ...(next === undefined
        ? []
        : told(architecture, deployable, next.deployable, `done: ${step.does}`)),
    ];
  });
  const last = steps.at(-1)?.deployable ?? home;
  const back = undoable(steps).flatMap(({ step, deployable, store }) => [
    ...told(architecture, last, deployable, 'failed'),
    called(deployable, store, step.undo ?? ''),
  ]);
  return {
    beforeAnswer: onward.slice(0, 1).flatMap((lines) => lines.slice(0, 1)),
    answer: operation.later ? answerOf(operation) : takenAnswer,
    afterAnswer: [
      ...onward.slice(0, 1).flatMap((lines) => lines.slice(1)),
      ...onward.slice(1).flat(),
      ...either(
        'every step succeeded',
        [noted(last, 'the flow is finished')],
        'a step before the point of no return fails',
        back.length === 0 ? [noted(last, 'there is nothing to take back')] : back,
      ),
      ...pivotNote(steps, last),
    ],
  };
}

/** A message from one part to another, through whatever carries messages. */
function told(
  { channels, connections }: Architecture,
  from: string,
  to: string,
  text: string,
): readonly SceneLine[] {
  const carriers = channels.filter(({ kind }) => kind !== 'job-table');
  const reaches = (id: string): boolean =>
    connections.some((each) => each.kind === 'async' && each.from === id && each.to === to);
  const carrier = (carriers.find(({ id }) => reaches(id)) ?? carriers[0])?.id;
  return carrier === undefined
    ? [sent(from, to, text)]
    : [sent(from, carrier, `${text}, from the outbox`), sent(carrier, to, text)];
}

function undoable(steps: readonly PlacedStep[]): readonly PlacedStep[] {
  return steps.filter(({ step }) => step.undo !== undefined).toReversed();
}

/** After the pivot there is no way back, so the rest is tried until it succeeds. */
function pivotNote(steps: readonly PlacedStep[], at: string): readonly SceneLine[] {
  const pivot = steps.find(({ step }) => step.role === 'pivot');
  if (pivot === undefined) return [];
  return [
    noted(
      at,
      `after “${pivot.step.does}” there is no way back: the rest is tried until it succeeds`,
    ),
  ];
}

/** Where the rest happens after the answer, and nobody asked for a place to follow it. */
const takenAnswer = 'taken: the record shows how far it is';

function answerOf({ later }: Operation): string {
  return later ? '202 Accepted, with a place to ask how it goes' : 'the outcome';
}

function patience({ timeoutMs, attempts }: Step): string {
  return attempts === 1
    ? `waits ${timeoutMs} ms`
    : `waits ${timeoutMs} ms, at most ${attempts} attempts`;
}
