import type { OpenDecision } from './open-decision.ts';

/** Open decisions about data, messages and work that takes long. */
export const undecidedData: readonly OpenDecision[] = [
  {
    number: 15,
    title: 'Tenancy',
    choices: 'one pool with row security, a schema each, or a system each',
    touched: ({ facts }) =>
      facts.signIn.includes('company-sso') ? 'several companies share the system.' : undefined,
  },
  {
    number: 17,
    title: 'Publishing events',
    choices: 'none, an outbox that is polled, or an outbox read by change data capture',
    touched: ({ facts, decisions }) => {
      if (decisions['sync-or-async'].chosen === 'synchronous') return undefined;
      return facts.messagesPerSecond > 1000
        ? 'messages flow, more than 1,000 a second, which speaks for change data capture.'
        : 'messages flow, and data and message must not disagree.';
    },
  },
  {
    number: 18,
    title: 'Read side',
    choices: 'the same tables, a replica, a projection, or event sourcing',
    touched: ({ facts }) => {
      if (facts.dataKinds.includes('provable')) return 'the history of the data must be provable.';
      return facts.readsPerWrite >= 100 ? 'there are 100 reads per write or more.' : undefined;
    },
  },
  {
    number: 19,
    title: 'Queries across services',
    choices: 'a join, composition by the caller, or a materialized view',
    touched: ({ decisions }) =>
      decisions['data-ownership'].chosen === 'database-per-service'
        ? 'each service has its own database, so no join reaches two of them.'
        : undefined,
  },
  {
    number: 21,
    title: 'Event schema',
    choices: 'tolerant JSON, or a registry that checks compatibility',
    touched: ({ decisions }) => {
      const broker = decisions.broker.chosen;
      return broker === 'log' || broker === 'routing-broker'
        ? 'several readers depend on the form of each message.'
        : undefined;
    },
  },
  {
    number: 22,
    title: 'Jobs',
    choices:
      'in the process, a queue in the database, workers behind a broker, or a durable workflow',
    touched: ({ facts }) => {
      if (facts.actionShape.includes('lasts-hours')) {
        return 'a flow lasts hours, which speaks for a durable workflow.';
      }
      return facts.longestJob === 'minutes' || facts.longestJob === 'hours'
        ? 'a job runs for minutes or longer.'
        : undefined;
    },
  },
  {
    number: 23,
    title: 'Long operations',
    choices: 'wait, answer 202 with a status to poll, or also send a webhook',
    touched: ({ facts }) =>
      facts.longestJob === 'under-1s' ? undefined : 'some answers take longer than anybody waits.',
  },
];
