import { alternative } from './decisions.ts';
import { article } from './sentences.ts';
import type { Solution } from './solution.ts';

const styleNames = {
  'modular-monolith': 'A modular monolith',
  'service-based': 'A few services',
  microservices: 'Microservices',
} as const;

/** The style, and the one other decision that shapes the system most. */
export function titleOf(solution: Solution): string {
  const { decisions } = solution;
  const name = styleNames[decisions.style.chosen];
  const several = decisions.style.chosen !== 'modular-monolith';
  const verb = (one: string, many: string): string => (several ? many : one);
  const flow = flowOf(solution, verb);
  if (flow !== undefined) return `${name} ${flow}`;
  if (decisions.resilience.chosen === 'bulkheads-and-fallbacks') {
    return `${name} that ${verb('stays', 'stay')} up when a part fails`;
  }
  if (several) return `${name} behind one ${alternative('edge', decisions.edge.chosen).label}`;
  return `${name} with one database`;
}

/** How work flows through it, where callers do not wait for all of it. */
function flowOf(
  { decisions, facts }: Solution,
  verb: (one: string, many: string) => string,
): string | undefined {
  const flow = decisions['sync-or-async'].chosen;
  if (flow === 'synchronous') return undefined;
  if (flow === 'event-driven')
    return `that ${verb('reacts', 'react')} to events${throughLog(decisions)}`;
  if (decisions.broker.chosen === 'log') {
    return `that ${verb('works', 'work')} through ${article(alternative('broker', 'log').label)}`;
  }
  return facts.outsideCalls > 0 && facts.whenDown === 'queue'
    ? `that ${verb('takes', 'take')} requests while others are down`
    : `that ${verb('answers', 'answer')} first and ${verb('finishes', 'finish')} later`;
}

function throughLog({ broker }: Solution['decisions']): string {
  return broker.chosen === 'log' ? ' through a log' : '';
}
