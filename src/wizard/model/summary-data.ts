import { alternative } from './decisions.ts';
import { deployableCount } from './loads.ts';
import { article } from './sentences.ts';
import type { Solution } from './solution.ts';

/** Who owns the data, how an action stays whole, and what happens after the answer. */
export function dataSentence(solution: Solution): string {
  return `${ownership(solution)}${wholeness(solution)}${flow(solution)}.`;
}

function ownership(solution: Solution): string {
  const several = deployableCount(solution) > 1;
  switch (solution.decisions['data-ownership'].chosen) {
    case 'schema-per-module':
      return several
        ? 'Each service alone writes its own schema in one PostgreSQL'
        : 'Each module has its own schema in one PostgreSQL';
    case 'shared-with-exit':
      return 'For now the database is shared with others, behind views and with a date on which that ends';
    case 'database-per-service':
      return several
        ? 'Each service has a database of its own'
        : 'The one deployable has a database that nothing else reaches';
  }
}

function wholeness(solution: Solution): string {
  const { decisions, facts } = solution;
  const chosen = decisions.transactions.chosen;
  if (chosen !== 'local-acid') {
    const saga = article(alternative('transactions', chosen).label);
    return `, and an action across several services is kept together by ${saga}`;
  }
  if (decisions['data-ownership'].chosen === 'shared-with-exit') return '';
  return deployableCount(solution) > 1 && facts.participants > 1
    ? ', and nothing keeps an action across several of them together'
    : ', so a single transaction keeps an action whole';
}

function flow({ decisions }: Solution): string {
  const carrier = article(alternative('broker', decisions.broker.chosen).label);
  switch (decisions['sync-or-async'].chosen) {
    case 'synchronous':
      return '';
    case 'answer-then-work':
      return `; what may wait goes through ${carrier}`;
    case 'event-driven':
      return `; parts react to events that go through ${carrier}`;
  }
}
