import { describe, expect, it } from 'vitest';
import { createActor, createMachine, SimulatedClock } from 'xstate';
import type { AnyActorRef } from 'xstate';
import { statechart } from '../../../src/wizard/artefacts/messages/statechart.ts';
import type { Flow, Step } from '../../../src/wizard/model/system.ts';
import { manyDesigns, namedDesigns, randomDesigns } from './designs.ts';
import { runs } from './runs.ts';

/** The flows that the designs have, each form of them once. */
const flows: readonly Flow[] = [
  ...new Map(
    [...namedDesigns, ...randomDesigns(runs(400, manyDesigns))]
      .flatMap(({ architecture }) => architecture.flows)
      .filter(({ kind }) => kind !== 'transaction')
      .map((flow) => [JSON.stringify(flow.steps), flow] as const),
  ).values(),
];

const threeSteps: Flow = {
  id: 'checkout',
  name: 'checkout',
  kind: 'orchestrated',
  branches: false,
  lastsHours: false,
  steps: [
    step('accept', 'undoable'),
    step('reserve', 'undoable'),
    step('pay', 'pivot'),
    step('ship', 'retried'),
  ],
};

function step(id: string, role: Step['role']): Step {
  const undo = role === 'undoable' ? { undo: `take back: ${id}` } : {};
  return { id, capability: id, does: id, role, timeoutMs: 1000, attempts: 2, ...undo };
}

interface Run {
  readonly actor: AnyActorRef;
  readonly clock: SimulatedClock;
  /** The states that were entered, without their attempts. */
  readonly course: string[];
}

function begin(flow: Flow): Run {
  const clock = new SimulatedClock();
  const machine = createMachine(JSON.parse(JSON.stringify(statechart(flow))) as object);
  const actor = createActor(machine, { clock });
  const course: string[] = [];
  actor.subscribe(({ value }) => {
    const name = typeof value === 'string' ? value : (Object.keys(value)[0] ?? '');
    if (course.at(-1) !== name) course.push(name);
  });
  actor.start();
  return { actor, clock, course };
}

/** Every undoing succeeds. @returns the states that were passed */
function undoAll({ actor, course }: Run): readonly string[] {
  for (let turn = 0; turn < 50 && actor.getSnapshot().status === 'active'; turn += 1) {
    actor.send({ type: `${course.at(-1) ?? ''}.done` });
  }
  return course;
}

function done(run: Run, steps: readonly Step[]): void {
  for (const { id } of steps) run.actor.send({ type: `${id}.done` });
}

/** The undoings of these steps, the last first. */
function undoings(steps: readonly Step[]): readonly string[] {
  return steps
    .filter(({ undo }) => undo !== undefined)
    .map(({ id }) => `undo-${id}`)
    .toReversed();
}

const all = [threeSteps, ...flows];

describe('the flows, as their label says, by XState', () => {
  it('occur in both forms', () => {
    expect(new Set(flows.map(({ kind }) => kind))).toEqual(
      new Set(['choreographed', 'orchestrated']),
    );
  });

  it('end as completed when every step is done', () => {
    for (const flow of all) {
      const run = begin(flow);
      done(run, flow.steps);
      expect(run.actor.getSnapshot().value).toBe('completed');
    }
  });

  it('take everything back in reverse order when a step fails', () => {
    for (const flow of all) {
      flow.steps.forEach((failing, index) => {
        if (failing.role === 'retried') return;
        const run = begin(flow);
        done(run, flow.steps.slice(0, index));
        run.actor.send({ type: `${failing.id}.failed` });
        const course = undoAll(run);
        expect(run.actor.getSnapshot().value).toBe('compensated');
        expect(course.filter((name) => name.startsWith('undo-'))).toEqual(
          undoings(flow.steps.slice(0, index)),
        );
      });
    }
  });

  it('take back a step too of which nobody knows whether it was done', () => {
    for (const flow of all) {
      flow.steps.forEach((late, index) => {
        if (late.role !== 'undoable') return;
        const run = begin(flow);
        done(run, flow.steps.slice(0, index));
        for (let attempt = 0; attempt < late.attempts; attempt += 1) {
          run.clock.increment(late.timeoutMs);
        }
        expect(undoAll(run).filter((name) => name.startsWith('undo-'))).toEqual(
          undoings(flow.steps.slice(0, index + 1)),
        );
        expect(run.actor.getSnapshot().value).toBe('compensated');
      });
    }
  });

  it('never give up what comes after the pivot, nor an undoing, and tell a person', () => {
    for (const flow of all) {
      const pivot = flow.steps.findIndex(({ role }) => role === 'pivot');
      flow.steps.forEach((late, index) => {
        if (index < pivot) return;
        const run = begin(flow);
        done(run, flow.steps.slice(0, index));
        for (let attempt = 0; attempt < late.attempts; attempt += 1) {
          run.clock.increment(late.timeoutMs);
        }
        expect(run.actor.getSnapshot().value).toEqual({ [late.id]: 'needs-person' });
        done(run, flow.steps.slice(index));
        expect(run.actor.getSnapshot().value).toBe('completed');
      });
    }
  });

  it('go on with an undoing that fails at first', () => {
    const run = begin(threeSteps);
    run.actor.send({ type: 'accept.done' });
    run.actor.send({ type: 'reserve.failed' });
    run.actor.send({ type: 'undo-accept.failed' });
    expect(run.actor.getSnapshot().value).toEqual({ 'undo-accept': 'attempt-2' });
    run.actor.send({ type: 'undo-accept.failed' });
    expect(run.actor.getSnapshot().value).toEqual({ 'undo-accept': 'needs-person' });
    run.clock.increment(30_000);
    run.actor.send({ type: 'undo-accept.done' });
    expect(run.actor.getSnapshot().value).toBe('compensated');
  });
});
