import { atLeast, below, chosen, is, not, reaches, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';
import { messagesLeave } from './publishing.ts';

/** Decision 21: who keeps a new form of a message from breaking its readers. */
export const eventSchemaRules = rulesFor('event-schema', [
  {
    id: 'event-schema/nothing-leaves',
    when: not(messagesLeave),
    effect: { kind: 'veto', alternatives: ['registry'] },
    because: 'No message leaves the database, so writer and reader are released as one.',
    tag: 'F',
    revisitWhen: 'a broker takes the messages',
  },
  {
    id: 'event-schema/log',
    when: chosen('broker', 'log'),
    effect: { kind: 'score', points: { registry: 2 } },
    because:
      'Messages in a log outlive the code that wrote them, and a registry refuses a form that their readers could not read.',
    tag: 'S',
    source: designSources.schemaEvolution,
    pattern: 'event-driven-architecture/event-schema-evolution',
  },
  {
    id: 'event-schema/three-teams',
    when: reaches('fullTeams', 3),
    effect: { kind: 'score', points: { registry: 2 } },
    because:
      'You have {fullTeams}, so those who read a message do not see the change that breaks it.',
    tag: 'F',
    pattern: 'api-contract-and-documentation/contract-testing',
  },
  {
    id: 'event-schema/many-readers',
    when: atLeast('reactors', 5),
    effect: { kind: 'score', points: { registry: 1 } },
    because: 'You have {reactors}, too many to ask before a field changes.',
    tag: 'C',
  },
  {
    id: 'event-schema/few-engineers',
    when: below('engineers', 6),
    effect: { kind: 'score', points: { registry: -2 } },
    because:
      'You have {engineers} who can look at each other’s changes; examples tested on both sides do what a registry would.',
    tag: 'C',
    pattern: 'api-contract-and-documentation/contract-testing',
  },
  {
    id: 'event-schema/provable',
    when: is('dataKinds', 'provable'),
    effect: { kind: 'score', points: { registry: 1 } },
    because: 'History must be provable, so a message of five years ago must still be readable.',
    tag: 'C',
    pattern: 'event-driven-architecture/event-schema-evolution',
  },
]);
