import type { Flow, Operation } from '../../model/system.ts';
import { allOperations, capabilityOf, publicOperations } from '../find-in-model.ts';
import type { Whole } from '../generator.ts';
import { flowLines } from './flow-lines.ts';
import { afterwards } from './message-lines.ts';
import { called, either, noted, replied } from './scene.ts';
import type { Inner, Scene, SceneLine } from './scene.ts';
import { callBetween, waits } from './waiting.ts';

/** What the one who calls is named by where no client is known. */
export const unknownCaller = 'caller';

/**
 * The sequence that says most about a design: its largest action or, without one, its first write;
 * with how long each waits, what is retried, what leaves as messages and how it is undone.
 */
export function keyScene(architecture: Whole): Scene {
  const flow = largestFlow(architecture);
  const operation = openingOperation(architecture, flow);
  if (operation === undefined) return { title: 'No operation yet', lines: [] };
  const { deployable } = capabilityOf(architecture, operation.capability);
  const inner =
    flow === undefined
      ? writeLines(architecture, operation, deployable)
      : flowLines(architecture, flow, operation, deployable);
  const [caller] = architecture.actors;
  const actor = caller?.id ?? unknownCaller;
  const request = `${operation.method} ${operation.path}${operation.repeatable === 'key' ? ', with an idempotency key' : ''}`;
  const edge = architecture.edge.id;
  return {
    title: flow?.name ?? operation.summary,
    lines: [
      called(actor, edge, `${request}${waits(callBetween(architecture, actor, edge))}`),
      called(edge, deployable, `the same${waits(callBetween(architecture, edge, deployable))}`),
      noted(deployable, `proves the caller, asks the policy ${operation.policy}`),
      ...inner.beforeAnswer,
      replied(deployable, edge, inner.answer),
      replied(edge, actor, inner.answer),
      ...inner.afterAnswer,
    ],
  };
}

function largestFlow({ flows }: Whole): Flow | undefined {
  return flows.toSorted((a, b) => b.steps.length - a.steps.length)[0];
}

/** The operation that begins it all. */
function openingOperation(architecture: Whole, flow: Flow | undefined): Operation | undefined {
  const offered = publicOperations(architecture);
  const all =
    offered.length > 0 ? offered : allOperations(architecture).map((each) => each.operation);
  const first = flow?.steps[0]?.capability;
  const writes = all.filter(({ repeatable }) => repeatable !== 'safe');
  const ofFlow = writes.filter(({ capability }) => capability === first);
  return (
    ofFlow.find(({ kind }) => kind === 'act') ??
    ofFlow.find(({ kind }) => kind === 'create') ??
    writes.find(({ kind }) => kind === 'create') ??
    writes[0] ??
    all[0]
  );
}

function writeLines(architecture: Whole, operation: Operation, deployable: string): Inner {
  const { store, resource } = capabilityOf(architecture, operation.capability);
  const sends = operation.publishes.length > 0;
  const outbox = sends ? ', and the message into the outbox' : '';
  const within = callBetween(architecture, deployable, store);
  const reads = operation.repeatable === 'safe';
  const work = reads
    ? `read ${resource.plural}`
    : `in one transaction: ${operation.kind} ${resource.singular}${outbox}`;
  const answer = operation.later ? '202 Accepted, with a place to ask how it goes' : 'the outcome';
  return {
    beforeAnswer: [
      ...outsideLines(architecture, deployable),
      called(deployable, store, `${work}${waits(within)}`),
      ...either(
        reads ? 'read in time' : 'committed in time',
        [replied(store, deployable, reads ? 'rows' : 'committed')],
        `nothing heard within ${operation.timeoutMs} ms`,
        [
          replied(
            deployable,
            architecture.edge.id,
            '503 with Retry-After; nothing was done by halves',
          ),
        ],
      ),
    ],
    answer,
    afterAnswer: afterwards(architecture, deployable, operation.publishes),
  };
}

/** Systems of others that the answer waits for. */
function outsideLines(architecture: Whole, deployable: string): readonly SceneLine[] {
  const { dependencies } = architecture;
  return dependencies.flatMap(({ id }) => {
    const call = callBetween(architecture, deployable, id);
    if (call === undefined) return [];
    const breaker = call.breaker ? ', unless the breaker is open' : '';
    return [
      called(deployable, id, `${call.label}${waits(call)}${breaker}`),
      ...either(
        'answered in time',
        [replied(id, deployable, 'answer')],
        'down, late or the breaker is open',
        [noted(deployable, call.fallback)],
      ),
    ];
  });
}
