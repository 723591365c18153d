import type { Flow, Operation, Step } from '../../model/system.ts';
import { capabilityOf } from '../find-in-model.ts';
import type { Whole } from '../generator.ts';
import { afterwards } from './message-lines.ts';
import { called, either, noted, replied, sent } from './scene.ts';
import type { Inner, SceneLine } from './scene.ts';

/**
 * An action over several capabilities.
 * @param deployable takes the request
 */
export function flowLines(
  architecture: Whole,
  flow: Flow,
  operation: Operation,
  deployable: string,
): Inner {
  switch (flow.kind) {
    case 'transaction':
      return inOneTransaction(architecture, flow, operation, deployable);
    case 'orchestrated':
      return orchestrated(architecture, flow, operation, deployable);
    case 'choreographed':
      return choreographed(architecture, flow, operation, deployable);
  }
}

function inOneTransaction(
  architecture: Whole,
  { steps }: Flow,
  operation: Operation,
  deployable: string,
): Inner {
  const { store } = capabilityOf(architecture, operation.capability);
  const outbox = operation.publishes.length > 0;
  return {
    beforeAnswer: [
      called(deployable, store, 'begin'),
      ...steps.map((step) => called(deployable, store, step.does)),
      ...(outbox ? [called(deployable, store, 'write the message into the outbox')] : []),
      ...either(
        'every step succeeds',
        [called(deployable, store, 'commit'), replied(store, deployable, 'committed')],
        `a step fails, or ${operation.timeoutMs} ms are over`,
        [
          called(deployable, store, 'roll back: nothing of it happened'),
          replied(deployable, architecture.edge.id, 'the error'),
        ],
      ),
    ],
    answer: 'the outcome',
    afterAnswer: afterwards(architecture, deployable, operation.publishes),
  };
}

function orchestrated(
  architecture: Whole,
  flow: Flow,
  operation: Operation,
  deployable: string,
): Inner {
  const conductor =
    architecture.deployables.find(({ modules }) => modules.includes('saga orchestrator'))?.id ??
    deployable;
  const { store } = capabilityOf(architecture, operation.capability);
  const owner = (step: Step): string => capabilityOf(architecture, step.capability).deployable;
  const ask = (step: Step): readonly SceneLine[] => [
    called(conductor, owner(step), `${step.does} (${patience(step)})`),
    replied(owner(step), conductor, 'done, and remembered by the step’s id'),
  ];
  const undoable = flow.steps.filter(({ undo }) => undo !== undefined);
  return {
    beforeAnswer: [
      called(
        deployable,
        store,
        'in one transaction: write the request and the first state of the flow',
      ),
    ],
    answer: '202 Accepted, with a place to ask how it goes',
    afterAnswer: [
      ...flow.steps.flatMap(ask),
      ...either(
        'every step succeeded',
        [noted(conductor, 'the flow is finished')],
        'a step before the pivot fails',
        [
          ...undoable.toReversed().map((step) => called(conductor, owner(step), step.undo ?? '')),
          noted(conductor, 'the flow is undone'),
        ],
      ),
      ...pivotNote(flow, conductor),
    ],
  };
}

function choreographed(
  architecture: Whole,
  flow: Flow,
  operation: Operation,
  deployable: string,
): Inner {
  const carrier = architecture.channels.find(({ kind }) => kind !== 'job-table')?.id;
  const placed = flow.steps.map((step) => ({
    step,
    at: capabilityOf(architecture, step.capability),
  }));
  const tell = (from: string, to: string, text: string): readonly SceneLine[] =>
    carrier === undefined
      ? [sent(from, to, text)]
      : [sent(from, carrier, text), sent(carrier, to, text)];
  const onward = placed.flatMap(({ step, at }, index) => {
    const next = placed[index + 1];
    return [
      called(
        at.deployable,
        at.store,
        `in one transaction: ${step.does}, and the event into the outbox`,
      ),
      ...(next === undefined ? [] : tell(at.deployable, next.at.deployable, `done: ${step.does}`)),
    ];
  });
  const back = placed.filter(({ step }) => step.undo !== undefined).toReversed();
  const failing = placed.at(-1)?.at.deployable ?? deployable;
  const [own = [], rest = []] = [onward.slice(0, 1), onward.slice(1)];
  return {
    beforeAnswer: own,
    answer: operation.later ? '202 Accepted, with a place to ask how it goes' : 'taken',
    afterAnswer: [
      ...rest,
      ...either(
        'every step succeeded',
        [noted(failing, 'the flow is finished')],
        'a step before the pivot fails',
        back.flatMap(({ step, at }) => [
          ...tell(failing, at.deployable, 'failed'),
          called(at.deployable, at.store, step.undo ?? ''),
        ]),
      ),
      ...pivotNote(flow, failing),
    ],
  };
}

/** After the pivot there is no way back, so the rest is tried until it succeeds. */
function pivotNote({ steps }: Flow, at: string): readonly SceneLine[] {
  const pivot = steps.find(({ role }) => role === 'pivot');
  return pivot === undefined
    ? []
    : [
        noted(
          at,
          `after “${pivot.does}” there is no way back: what follows is tried until it succeeds`,
        ),
      ];
}

function patience({ timeoutMs, attempts }: Step): string {
  return attempts === 1
    ? `waits ${timeoutMs} ms`
    : `waits ${timeoutMs} ms, at most ${attempts} attempts`;
}
