import { availabilityOptions, numberField, options } from './fields.ts';
import { dependencyRows } from './lists.ts';
import type { Question } from './question.ts';

/** Steps 5 to 7: failing, watching and protecting. */
export const runningQuestions: readonly Question[] = [
  {
    id: 'dependencies',
    number: 17,
    step: 5,
    title: 'Which outside systems do you wait for?',
    lead: 'Payment, mail, maps, a partner’s stock: whatever you call and do not run.',
    why: 'Each one you wait for adds its downtime to yours, unless you have an answer for when it is down.',
    fields: [
      numberField('outsideCalls', 'Outside systems', 'systems'),
      {
        kind: 'one',
        fact: 'outsideAvailability',
        label: 'The weakest one promises',
        options: availabilityOptions('outsideAvailability'),
      },
      {
        kind: 'one',
        fact: 'whenDown',
        label: 'When it is down',
        options: options('whenDown', {
          fail: ['Fail', 'the user sees an error'],
          stale: ['Answer with old data', 'what was last known'],
          queue: ['Take it and finish later', 'the user gets a promise'],
          hide: ['Leave that part out', 'the rest of the page works'],
        }),
      },
      dependencyRows,
    ],
  },
  {
    id: 'jobs',
    number: 18,
    step: 5,
    title: 'How long does the longest job take?',
    lead: 'A report, an import, a video: the slowest thing that a user can start. And does anything start by the clock, such as a nightly bill?',
    why: 'Nobody waits for a request longer than a few seconds, and proxies close it soon after. What runs by the clock must not run twice because there are two replicas.',
    fields: [
      {
        kind: 'one',
        fact: 'longestJob',
        label: 'Longest job',
        options: options('longestJob', {
          'under-1s': ['Under a second', 'the user waits'],
          'under-30s': ['Under 30 seconds', 'the user looks elsewhere'],
          minutes: ['Minutes', 'the user comes back'],
          hours: ['Hours', 'the user gets a message'],
        }),
      },
      {
        kind: 'one',
        fact: 'schedules',
        label: 'By the clock',
        options: options('schedules', {
          none: ['Nothing', 'work starts when somebody asks'],
          some: ['Something runs at set times', 'nightly, hourly, at the end of a month'],
        }),
      },
    ],
  },
  {
    id: 'telemetry',
    number: 19,
    step: 6,
    title: 'What do you watch systems with today?',
    lead: 'What is paid for and known is usually good enough.',
    why: 'Where a place for traces exists already, they cost little more than turning them on.',
    fields: [
      {
        kind: 'one',
        fact: 'telemetryOwned',
        label: 'Telemetry',
        options: options('telemetryOwned', {
          none: ['Nothing yet', ''],
          cloud: ['That of your cloud', 'CloudWatch, Azure Monitor, Cloud Monitoring'],
          'open-source': ['An open-source stack', 'Prometheus, Loki, Grafana'],
          apm: ['An APM product', 'Datadog, New Relic, Dynatrace'],
        }),
      },
    ],
  },
  {
    id: 'sign-in',
    number: 20,
    step: 7,
    title: 'Who signs in, and what decides what they may do?',
    lead: 'People and programs alike. Think of the two callers who may do least and most.',
    why: 'A person can be asked for a password and a second factor, a program cannot. What decides rights says whether a list of roles is enough or each object has to be asked.',
    fields: [
      {
        kind: 'many',
        fact: 'signIn',
        label: 'Who',
        options: options('signIn', {
          public: ['Nobody has to', 'parts are open to all'],
          consumers: ['Consumers', 'they register themselves'],
          staff: ['Your own staff', 'they have accounts with you'],
          'company-sso': ['Other companies’ people', 'through their company’s sign-on'],
          machines: ['Programs', 'nobody sits in front of them'],
        }),
      },
      {
        kind: 'one',
        fact: 'rights',
        label: 'What decides rights',
        options: options('rights', {
          same: ['Nothing', 'all who are let in may do the same'],
          roles: ['The role', 'clerk, manager, administrator'],
          'per-object': ['The single object', 'its owner, and those it is shared with'],
          policy: ['A policy', 'who, what, where and when taken together'],
        }),
      },
    ],
  },
  {
    id: 'exposure',
    number: 21,
    step: 7,
    title: 'Can it be reached from outside?',
    lead: 'What the internet can reach is tried out within the hour.',
    why: 'It decides what stands in front of the system and whether callers are limited.',
    fields: [
      {
        kind: 'many',
        fact: 'exposure',
        label: 'Exposure',
        options: options('exposure', {
          internet: ['From the internet', 'anybody can try'],
          quotas: ['With paid quotas', 'callers pay for an amount'],
        }),
      },
    ],
  },
];
