import { numberField, options } from './fields.ts';
import { actionRows, capabilityRows, messageRows } from './lists.ts';
import type { Question } from './question.ts';

/** Steps 2 to 4: the parts, the clients and the messages. */
export const designQuestions: readonly Question[] = [
  {
    id: 'parts',
    number: 11,
    step: 2,
    title: 'What does it do, and what sets one part apart?',
    lead: 'Name what it does in a word or two each, as your users would. Then think of the part that you would cut out first, and why.',
    why: 'The names become modules or services, their stores and their contracts. A part is worth its own deployable when something forces it: its load, its rules or its runtime.',
    fields: [
      capabilityRows,
      {
        kind: 'many',
        fact: 'parts',
        label: 'True of your system',
        options: options('parts', {
          'settled-boundaries': ['The boundaries are settled', 'they have held for a year'],
          'load-difference': ['One part is far busier', 'ten times the load of another'],
          'own-compliance': [
            'One part is under its own rules',
            'card payments or patient data, for example',
          ],
          'second-runtime': [
            'One part needs another runtime',
            'a model in Python beside a shop in Java, for example',
          ],
        }),
      },
    ],
  },
  {
    id: 'across-parts',
    number: 12,
    step: 2,
    title: 'How many parts does one action change?',
    lead: 'Placing an order may change orders, stock and billing: that is three.',
    why: 'Within one deployable a transaction keeps them together. Across deployables it takes a saga with an undo for each step.',
    fields: [
      numberField('participants', 'Parts changed by the largest action', 'parts'),
      {
        kind: 'many',
        fact: 'actionShape',
        label: 'Its flow',
        options: options('actionShape', {
          branches: ['It branches', 'what comes next depends on an outcome'],
          'lasts-hours': ['It lasts hours', 'it waits for people or other companies'],
        }),
      },
      actionRows,
    ],
  },
  {
    id: 'clients',
    number: 13,
    step: 3,
    title: 'Who calls the system?',
    lead: 'Everything that sends it requests, your own apps included.',
    why: 'A browser, a phone and another company differ in what they can speak, how they sign in and how soon they can be changed.',
    fields: [
      {
        kind: 'many',
        fact: 'clients',
        label: 'Clients',
        options: options('clients', {
          web: ['A web app', 'in the browser'],
          mobile: ['A mobile app', 'installed, and updated slowly'],
          partners: ['Partners', 'programs of other companies'],
          internal: ['Internal systems', 'other programs of your company'],
          devices: ['Devices', 'sensors, cash registers, televisions'],
        }),
      },
      {
        kind: 'one',
        fact: 'clientNeeds',
        label: 'They need',
        options: options('clientNeeds', {
          same: ['The same data', 'one form suits all'],
          some: ['Somewhat different data', 'a few fields differ'],
          'very-different': ['Very different data', 'each has screens of its own'],
        }),
      },
    ],
  },
  {
    id: 'interaction',
    number: 14,
    step: 3,
    title: 'How do they talk to it?',
    lead: 'Most systems only ask and answer; mark what comes on top of that.',
    why: 'It decides the form of the API, whether connections stay open, and what can wait until after the answer.',
    fields: [
      {
        kind: 'many',
        fact: 'interaction',
        label: 'Interaction',
        options: options('interaction', {
          'ask-answer': ['Ask and answer', 'a request, a response'],
          'server-push': ['News from the server', 'the screen changes by itself'],
          live: ['Two-way live traffic', 'chat, editing together'],
          notify: ['Notices to other companies', 'you call them when something happens'],
          bulk: ['Bulk imports or exports', 'many rows at once'],
          'client-graph': ['Clients choose their fields', 'each query names what it wants'],
        }),
      },
    ],
  },
  {
    id: 'messages',
    number: 16,
    step: 4,
    title: 'What happens after something has changed?',
    lead: 'An order is placed: who else has to know, and must the caller wait for them?',
    why: 'It decides whether work travels as messages, and what carries them.',
    fields: [
      numberField('reactors', 'Parts that react', 'parts'),
      numberField('messagesPerSecond', 'Messages at the peak', 'messages/s'),
      {
        kind: 'many',
        fact: 'messageNeeds',
        label: 'Needed',
        options: options('messageNeeds', {
          'answer-now': ['An answer now', 'the caller needs the outcome'],
          ordered: ['Order', 'messages about one thing arrive in order'],
          replay: ['Reading again', 'old messages are processed once more'],
        }),
      },
      messageRows,
    ],
  },
];
