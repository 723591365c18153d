import { choice, number, set } from './fact-kinds.ts';
import { listFacts } from './facts-lists.ts';

/** How it is cut, who calls it and what travels as messages. */
export const designFacts = {
  parts: set(
    {
      'settled-boundaries': 'boundaries that have held for a year',
      'load-difference': 'one part with ten times the load of another',
      'own-compliance': 'one part under rules of its own',
      'second-runtime': 'one part that needs another runtime',
    },
    [],
    'no part that stands out',
  ),
  capabilities: listFacts.capabilities,
  participants: number(
    { min: 1, max: 50, default: 1 },
    'part changed by one action',
    'parts changed by one action',
  ),
  actionShape: set(
    { branches: 'a flow that branches', 'lasts-hours': 'a flow that lasts hours' },
    [],
    'a short straight flow',
  ),
  actions: listFacts.actions,
  clients: set(
    {
      web: 'a web app',
      mobile: 'a mobile app',
      partners: 'partners',
      internal: 'internal systems',
      devices: 'devices',
    },
    ['web'],
    'no client yet',
  ),
  clientNeeds: choice(
    {
      same: 'the same data',
      some: 'somewhat different data',
      'very-different': 'very different data',
    },
    'same',
  ),
  interaction: set(
    {
      'ask-answer': 'ask and answer',
      'server-push': 'news pushed by the server',
      live: 'two-way live traffic',
      notify: 'notices to other companies',
      bulk: 'bulk imports or exports',
      'client-graph': 'clients that choose their own fields',
    },
    ['ask-answer'],
    'no interaction yet',
  ),
  messageNeeds: set(
    {
      'answer-now': 'an answer needed now',
      ordered: 'order kept per key',
      replay: 'old messages read again',
    },
    ['answer-now'],
    'nothing special',
  ),
  reactors: number(
    { min: 1, max: 100, default: 1 },
    'part that reacts to a change',
    'parts that react to a change',
  ),
  messagesPerSecond: number(
    { min: 0, max: 10_000_000, default: 5 },
    'message/s at the peak',
    'messages/s at the peak',
  ),
  messages: listFacts.messages,
} as const;
