import { availabilityOptions, numberField, options } from './fields.ts';
import type { Question } from './question.ts';

/** Step 1: what the system has to be. */
export const requirementQuestions: readonly Question[] = [
  {
    id: 'building',
    number: 1,
    step: 1,
    title: 'What are you building?',
    lead: 'Take what is nearest; nothing is decided by it alone.',
    why: 'It fills in what such a system usually does and which actions change several parts of it, until you name your own.',
    fields: [
      {
        kind: 'one',
        fact: 'building',
        label: 'It is',
        options: options('building', {
          crud: ['Records', 'people enter them and look them up'],
          commerce: ['A shop', 'catalog, orders, payments, shipping'],
          saas: ['A product by subscription', 'companies share it, each with its people'],
          collaboration: ['A tool for working together', 'documents, comments, who is there'],
          events: ['Readings from devices', 'they arrive all the time and raise alerts'],
          integration: ['A link between systems', 'it moves and maps what others own'],
          migration: ['A replacement', 'an old system gives way step by step'],
        }),
      },
    ],
  },
  {
    id: 'start-from',
    number: 2,
    step: 1,
    title: 'Where do you start from?',
    lead: 'An empty repository leaves everything open; something that earns money today does not.',
    why: 'Boundaries in a new system are guesses, so they should be cheap to move. What runs already limits how many parts there can be and who owns the tables.',
    fields: [
      {
        kind: 'one',
        fact: 'startFrom',
        label: 'Start from',
        options: options('startFrom', {
          new: ['Something new', 'no users and no data yet'],
          monolith: ['A monolith', 'one deployable that runs today'],
          services: ['Services', 'several deployables that run today'],
          part: ['One part only', 'the rest belongs to others'],
        }),
      },
    ],
  },
  {
    id: 'team',
    number: 3,
    step: 1,
    title: 'How many of you build it?',
    lead: 'Count the engineers who will work on it a year from now, and the teams that want to release without asking another one. A team of fewer than three is not counted as one that can.',
    why: 'The number of parts that can be built, watched and repaired depends on people, not on traffic.',
    fields: [
      numberField('engineers', 'Engineers', 'engineers'),
      numberField('teams', 'Teams that release on their own', 'teams'),
    ],
  },
  {
    id: 'running',
    number: 4,
    step: 1,
    title: 'What do you have today?',
    lead: 'Only what works now, not what is planned.',
    why: 'Some designs are safe only where deploys are automatic and logs are in one place.',
    fields: [
      {
        kind: 'many',
        fact: 'running',
        label: 'In place today',
        options: options('running', {
          'automatic-deploys': [
            'Automatic deploys',
            'a merge reaches production without manual steps',
          ],
          'central-telemetry': ['Central logs and metrics', 'one place to look for all parts'],
          tracing: ['Tracing', 'a request can be followed through its steps'],
          'on-call': ['Four or more on call', 'somebody answers at night'],
          'kubernetes-skill': ['Somebody who runs Kubernetes', 'upgrades and outages included'],
        }),
      },
    ],
  },
  {
    id: 'load',
    number: 5,
    step: 1,
    title: 'How many requests come in at the busiest time?',
    lead: 'Users × actions a day ÷ 86,400 gives the average per second; the peak is usually three to ten times that.',
    why: 'It decides how much capacity is needed, whether a cache pays, and whether a few percent of the traffic can prove that a release is good.',
    fields: [
      numberField('peakNow', 'Peak today', 'requests/s'),
      numberField('peakLater', 'Peak in a year', 'requests/s'),
      numberField('readsPerWrite', 'Reads for each write', 'reads'),
    ],
  },
  {
    id: 'latency',
    number: 6,
    step: 1,
    title: 'How fast must an answer be?',
    lead: 'The time within which 95 of 100 answers arrive, and how long one request keeps a worker busy.',
    why: 'Work per request times requests per second is the number of workers that are busy at once.',
    fields: [
      numberField('p95Ms', '95 of 100 answers within', 'ms'),
      numberField('workMs', 'Work per request', 'ms'),
    ],
  },
  {
    id: 'availability',
    number: 7,
    step: 1,
    title: 'How long may it be down in a month?',
    lead: 'If orders fail for ten minutes on a Tuesday: is that a bad day, or a broken contract?',
    why: 'Each further nine costs replicas, people on call and slower releases. It decides what happens when a dependency fails and how you release.',
    fields: [
      {
        kind: 'one',
        fact: 'availability',
        label: 'Availability',
        options: availabilityOptions('availability'),
      },
    ],
  },
  {
    id: 'freshness',
    number: 8,
    step: 1,
    title: 'When must data be right everywhere?',
    lead: 'After an order is placed, may the stock on another screen still be wrong for a moment?',
    why: 'What has to be right at once stays in one transaction and one database. What may be late can travel as a message and survive an outage.',
    fields: [
      {
        kind: 'one',
        fact: 'freshness',
        label: 'Data is right',
        options: options('freshness', {
          'at-once': ['At once', 'nobody ever sees an old value after a change'],
          seconds: ['Within seconds', 'another screen may lag a little'],
          minutes: ['Within minutes', 'reports and notices may lag'],
        }),
      },
    ],
  },
  {
    id: 'data-kinds',
    number: 9,
    step: 1,
    title: 'What kind of data is it?',
    lead: 'Take the most delicate thing that you store or pass on.',
    why: 'It decides how callers prove who they are, whether answers may be stored on the way, and how an action across several services is recorded.',
    fields: [
      {
        kind: 'many',
        fact: 'dataKinds',
        label: 'Data',
        options: options('dataKinds', {
          public: ['Public', 'the same for everybody'],
          personal: ['Personal', 'names, addresses, behavior'],
          sensitive: ['Payment or health', 'under laws or contracts of its own'],
          provable: ['Provable history', 'who changed what, and when, must stand up in court'],
        }),
      },
    ],
  },
];
