import type { Architecture } from '../../model/architecture.ts';
import type { Flow, Operation } from '../../model/system.ts';
import { allOperations, capabilityOf } from '../find-in-model.ts';
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
export function keyScene(architecture: Architecture): Scene {
  const flow = largestFlow(architecture);
  const operation = openingOperation(architecture, flow);
  if (operation === undefined) return { title: 'No operation yet', lines: [] };
  const home = capabilityOf(architecture, operation.capability).deployable;
  const inner =
    flow === undefined
      ? writeLines(architecture, operation, home)
      : flowLines(architecture, flow, operation, home);
  return {
    title: flow?.name ?? operation.summary,
    lines: [...wayIn(architecture, operation, home), ...inner.beforeAnswer]
      .concat(wayOut(architecture, operation, home, inner.answer))
      .concat(inner.afterAnswer),
  };
}

/** From the client to the deployable that has the capability, and what is proved on the way. */
function wayIn(
  architecture: Architecture,
  operation: Operation,
  home: string,
): readonly SceneLine[] {
  const [actor = unknownCaller, ...rest] = route(architecture, operation, home);
  const key = operation.repeatable === 'key' ? ', with an idempotency key' : '';
  const asks = `${operation.method} ${operation.path}${key}`;
  const hops = rest.map((to, index) => {
    const from = index === 0 ? actor : (rest[index - 1] ?? actor);
    const text = index === 0 ? asks : 'the same';
    return called(from, to, `${text}${waits(callBetween(architecture, from, to))}`);
  });
  return [...hops, noted(home, `proves the caller, asks the policy ${operation.policy}`)];
}

function wayOut(
  architecture: Architecture,
  operation: Operation,
  home: string,
  answer: string,
): SceneLine[] {
  const back = route(architecture, operation, home).toReversed();
  return back.slice(1).map((to, index) => replied(back[index] ?? home, to, answer));
}

/** The parts that a request passes: a client, the edge, perhaps a backend for this client, and its home. */
function route(
  architecture: Architecture,
  { capability, kind, path }: Operation,
  home: string,
): readonly string[] {
  const entries = allOperations(architecture).filter(
    ({ api, operation }) =>
      api.audience === 'public' &&
      operation.capability === capability &&
      operation.kind === kind &&
      operation.path === path,
  );
  const entry = (entries.find(({ api }) => api.deployable === home) ?? entries[0])?.api.deployable;
  const client = architecture.actors.find(({ id }) => entry === `${id}-bff`);
  const actor = (client ?? architecture.actors[0])?.id ?? unknownCaller;
  const between = entry === undefined || entry === home ? [] : [entry];
  return [actor, architecture.edge.id, ...between, home];
}

function largestFlow({ flows }: Architecture): Flow | undefined {
  return flows.toSorted((a, b) => b.steps.length - a.steps.length)[0];
}

/** The operation that begins it all, as its own deployable offers it. */
function openingOperation(
  architecture: Architecture,
  flow: Flow | undefined,
): Operation | undefined {
  const own = allOperations(architecture)
    .filter(
      ({ api, operation }) =>
        capabilityOf(architecture, operation.capability).deployable === api.deployable,
    )
    .map(({ operation }) => operation);
  const writes = own.filter(({ repeatable }) => repeatable !== 'safe');
  const ofFlow = writes.filter(({ capability }) => capability === flow?.steps[0]?.capability);
  const acts = ofFlow.filter(({ kind }) => kind === 'act');
  return (
    acts.find(({ summary }) => summary.toLowerCase() === flow?.name.toLowerCase()) ??
    acts[0] ??
    ofFlow.find(({ kind }) => kind === 'create') ??
    writes.find(({ kind }) => kind === 'create') ??
    writes[0] ??
    own[0]
  );
}

function writeLines(architecture: Architecture, operation: Operation, home: string): Inner {
  const { store, resource } = capabilityOf(architecture, operation.capability);
  const outbox = operation.publishes.length > 0 ? ', and the message into the outbox' : '';
  const reads = operation.repeatable === 'safe';
  const work = reads
    ? `read ${resource.plural}`
    : `in one transaction: ${operation.kind} ${resource.singular}${outbox}`;
  return {
    beforeAnswer: [
      ...outsideLines(architecture, home),
      called(home, store, `${work}${waits(callBetween(architecture, home, store))}`),
      ...either(
        reads ? 'read in time' : 'committed in time',
        [replied(store, home, reads ? 'rows' : 'committed')],
        `nothing heard within ${operation.timeoutMs} ms`,
        [replied(home, architecture.edge.id, '503 with Retry-After, and nothing done by halves')],
      ),
    ],
    answer: operation.later ? '202 Accepted, with a place to ask how it goes' : 'the outcome',
    afterAnswer: afterwards(architecture, home, operation.publishes),
  };
}

/** Systems of others that the answer waits for. */
function outsideLines(architecture: Architecture, home: string): readonly SceneLine[] {
  return architecture.dependencies.flatMap(({ id }) => {
    const call = callBetween(architecture, home, id);
    if (call === undefined) return [];
    const breaker = call.breaker ? ', unless the breaker is open' : '';
    return [
      called(home, id, `${call.label}${waits(call)}${breaker}`),
      ...either(
        'answered in time',
        [replied(id, home, 'answer')],
        call.breaker ? 'down, late, or the breaker is open' : 'down or late',
        [noted(home, call.fallback)],
      ),
    ];
  });
}
