import { factsAfter } from '../model/answers.ts';
import type { ResolvedFacts } from '../model/answers.ts';
import type { Stated } from '../model/derived-facts.ts';
import type { FactId, Facts } from '../model/facts.ts';

type Change<F extends FactId> = (value: Facts[F], facts: Facts) => Stated;

/** For each fact that rows settle: the nearest rows that give it another value. */
const changes: { readonly [F in FactId]?: Change<F> } = {
  participants: (value, { actions, capabilities }) => {
    const widest = Math.max(...actions.map((row) => row.capabilities.length));
    const chosen = actions.findIndex((row) => row.capabilities.length === widest);
    const all = capabilities.map(({ name }) => name);
    return {
      actions: actions.map((row, index) => ({
        ...row,
        capabilities: widened(row.capabilities, index === chosen ? all : [], value),
      })),
    };
  },
  actionShape: (value, { actions }) => ({
    actions: actions.map((row, index) => ({
      ...row,
      branches: value.includes('branches') && (row.branches || index === 0),
      lastsHours: value.includes('lasts-hours') && (row.lastsHours || index === 0),
    })),
  }),
  outsideCalls: (value, { dependencies }) => {
    const [first] = dependencies;
    if (first === undefined) return {};
    const further = Array.from(
      { length: Math.max(0, value - dependencies.length) },
      (_row, index) => ({
        ...first,
        name: `further system ${index + 1}`,
      }),
    );
    return { dependencies: [...dependencies, ...further].slice(0, value) };
  },
  outsideAvailability: (value, { dependencies }) => ({
    dependencies: dependencies.map((row, index) => ({
      ...row,
      availability:
        index === 0 || Number(row.availability) < Number(value) ? value : row.availability,
    })),
  }),
  whenDown: (value, { dependencies }) => ({
    dependencies: dependencies.map((row) => ({ ...row, whenDown: value })),
  }),
  reactors: (value, { messages, capabilities }) => {
    const widest = Math.max(...messages.map((row) => row.to.length));
    const chosen = messages.findIndex((row) => row.to.length === widest);
    const all = capabilities.map(({ name }) => name);
    return {
      messages: messages.map((row, index) => ({
        ...row,
        to: widened(row.to, index === chosen ? all : [], value),
      })),
    };
  },
  messagesPerSecond: (value, { messages }) => {
    const others = messages.slice(1).reduce((sum, row) => sum + row.perSecond, 0);
    return {
      messages: messages.map((row, index) => ({
        ...row,
        perSecond: index === 0 ? Math.max(0, value - others) : row.perSecond,
      })),
    };
  },
  messageNeeds: (value, { messages }) => ({
    messages: messages.map((row, index) => ({
      ...row,
      needsAnswer: value.includes('answer-now') && (row.needsAnswer || index === 0),
      ordered: value.includes('ordered') && (row.ordered || index === 0),
      replay: value.includes('replay') && (row.replay || index === 0),
    })),
  }),
};

/**
 * What somebody would have to state so that a fact has this value: the fact itself, or the rows that
 * settle it.
 * @returns nothing where no rows give that value, as with more parts than there are
 */
export function changeTo(
  fact: FactId,
  value: Facts[FactId],
  resolved: ResolvedFacts,
  settled: readonly FactId[],
): Stated | undefined {
  if (!settled.includes(fact)) return { [fact]: value };
  const change = changes[fact] as Change<FactId> | undefined;
  const rows = change?.(value, resolved.facts);
  if (rows === undefined) return undefined;
  const reached = factsAfter(resolved, rows)[fact];
  return JSON.stringify(reached) === JSON.stringify(value) ? rows : undefined;
}

/** As many names as wanted where the others suffice, and never more. */
function widened(
  names: readonly string[],
  others: readonly string[],
  wanted: number,
): readonly string[] {
  return [...new Set([...names, ...others])].slice(0, wanted);
}
