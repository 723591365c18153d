import type { Flow, Step } from '../../model/system.ts';
import type { Json, JsonObject } from '../contracts/json.ts';

/** The waits between the attempts of what must succeed in the end (our convention). */
const pauseMs = 30_000;

/**
 * A flow over several databases as the configuration of an XState 5 machine, without code: a step
 * is driven by the events `<step>.done` and `<step>.failed`, and by time. Steps before the pivot
 * are taken back in reverse order when one fails. A step whose outcome is not known, because time ran
 * out, is taken back too; a pivot in that state is asked again until it answers. What comes after
 * the pivot, and every undoing, is repeated until it succeeds; after the last attempt a person is told.
 */
export function statechart(flow: Flow): JsonObject {
  const { steps } = flow;
  const states = steps.flatMap((step, index) => [
    stepState(step, index, steps),
    ...(step.undo === undefined ? [] : [undoState(step, index, steps)]),
  ]);
  return {
    id: flow.id,
    description: `${flow.name}: ${kindWords[flow.kind]}`,
    initial: steps[0]?.id ?? 'completed',
    states: {
      ...Object.fromEntries(states),
      completed: { id: 'completed', type: 'final', description: 'Every step is done.' },
      compensated: {
        id: 'compensated',
        type: 'final',
        description: 'Everything that was done is taken back.',
      },
    },
  };
}

const kindWords: Readonly<Record<Flow['kind'], string>> = {
  transaction: 'one transaction in one database.',
  choreographed:
    'nobody runs this; each service does its step when it hears of the one before. Tests and a watcher of stuck flows follow it.',
  orchestrated: 'run by the orchestrator, which keeps the state in its database after every event.',
};

/** The state in which a step is taken back. */
export function undoId({ id }: Step): string {
  return `undo-${id}`;
}

function stepState(
  step: Step,
  index: number,
  steps: readonly Step[],
): readonly [string, JsonObject] {
  const next = `#${steps[index + 1]?.id ?? 'completed'}`;
  switch (step.role) {
    case 'undoable':
    case 'pivot': {
      // A failed step has done nothing; one whose time ran out may have done its work.
      const isPivot = step.role === 'pivot';
      const failed = `#${before(index, steps)}`;
      return [
        step.id,
        tried(step, {
          id: step.id,
          does: step.does,
          done: next,
          failed,
          exhausted: isPivot
            ? undefined
            : `#${step.undo === undefined ? before(index, steps) : undoId(step)}`,
        }),
      ];
    }
    case 'retried':
      return [
        step.id,
        tried(step, {
          id: step.id,
          does: step.does,
          done: next,
          failed: undefined,
          exhausted: undefined,
        }),
      ];
  }
}

function undoState(
  step: Step,
  index: number,
  steps: readonly Step[],
): readonly [string, JsonObject] {
  return [
    undoId(step),
    tried(step, {
      id: undoId(step),
      does: step.undo ?? '',
      done: `#${before(index, steps)}`,
      failed: undefined,
      exhausted: undefined,
    }),
  ];
}

/** The state that follows when everything before a step has to be taken back. */
function before(index: number, steps: readonly Step[]): string {
  const last = steps.slice(0, index).findLast(({ undo }) => undo !== undefined);
  return last === undefined ? 'compensated' : undoId(last);
}

interface Course {
  readonly id: string;
  readonly does: string;
  readonly done: string;
  /** Where a plain no leads; nothing for what must succeed in the end. */
  readonly failed: string | undefined;
  /** Where it leads when no answer came in time; nothing for what is asked until it answers. */
  readonly exhausted: string | undefined;
}

/** Something that is tried several times: one inner state for each attempt. */
function tried(step: Step, course: Course): JsonObject {
  const attempts = Array.from({ length: Math.max(1, step.attempts) }, (_, index) => {
    const isLast = index + 1 >= step.attempts;
    const again = `attempt-${index + 2}`;
    return [
      `attempt-${index + 1}`,
      attemptState(step, course, isLast ? undefined : again),
    ] as const;
  });
  const waits = course.failed === undefined || course.exhausted === undefined;
  return {
    id: course.id,
    description: course.does,
    meta: { capability: step.capability, role: step.role, sends: course.does },
    initial: 'attempt-1',
    on: {
      [`${course.id}.done`]: course.done,
      ...(course.failed !== undefined && { [`${course.id}.failed`]: course.failed }),
    },
    states: {
      ...Object.fromEntries(attempts),
      ...(waits && { 'needs-person': needsPerson(course) }),
    },
  };
}

function attemptState(step: Step, course: Course, again: string | undefined): JsonObject {
  const late: Json = again ?? course.exhausted ?? 'needs-person';
  return {
    entry: {
      type: 'send',
      params: { to: step.capability, command: course.does, key: `${course.id}` },
    },
    ...(course.failed === undefined && {
      on: { [`${course.id}.failed`]: again ?? 'needs-person' },
    }),
    after: { [String(step.timeoutMs)]: late },
  };
}

/** Nothing more can be decided by a program, but it goes on asking: the step may still succeed. */
function needsPerson(course: Course): JsonObject {
  return {
    description: 'The attempts are used up. A person is told, and it is tried again now and then.',
    entry: { type: 'tellPerson', params: { about: course.does } },
    after: { [String(pauseMs)]: 'attempt-1' },
  };
}
