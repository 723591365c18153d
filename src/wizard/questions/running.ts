import { numberField, options } from './fields.ts';
import type { Question } from './question.ts';

const availabilityTexts = {
  '99': ['99 %', '7 h 18 min a month', 1],
  '99.5': ['99.5 %', '3 h 39 min a month', 0.5],
  '99.9': ['99.9 %', '43 min 50 s a month', 0.1],
  '99.95': ['99.95 %', '21 min 55 s a month', 0.05],
  '99.99': ['99.99 %', '4 min 23 s a month', 0.01],
} as const;

/** Steps 5 to 10: failing, watching, protecting, speeding up, releasing, and what matters most. */
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
        options: options('outsideAvailability', availabilityTexts),
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
    ],
  },
  {
    id: 'jobs',
    number: 18,
    step: 5,
    title: 'How long does the longest job take?',
    lead: 'A report, an import, a video: the slowest thing that a user can start.',
    why: 'Nobody waits for a request longer than a few seconds, and proxies close it soon after.',
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
    ],
  },
  {
    id: 'telemetry',
    number: 19,
    step: 6,
    title: 'What do you watch systems with today?',
    lead: 'What is paid for and known is usually good enough.',
    why: 'It decides where logs, metrics and traces go.',
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
    title: 'Who signs in?',
    lead: 'People and programs alike.',
    why: 'A person can be asked for a password and a second factor, a program cannot.',
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
  {
    id: 'staleness',
    number: 22,
    step: 8,
    title: 'How old may an answer be?',
    lead: 'A product description may be an hour old, a stock level perhaps not.',
    why: 'No staleness means no cache. A few seconds already take most reads off the database.',
    fields: [
      {
        kind: 'one',
        fact: 'staleness',
        label: 'Age allowed',
        options: options('staleness', {
          none: ['Not at all', 'every answer comes from the database'],
          seconds: ['Seconds', 'a burst is answered once'],
          minutes: ['Minutes', 'most reads need no query'],
          hours: ['Hours', 'a CDN carries the load'],
        }),
      },
    ],
  },
  {
    id: 'delivery',
    number: 23,
    step: 9,
    title: 'How do you release?',
    lead: 'As it is today, or as it has to be.',
    why: 'It decides the platform, and how a bad version is taken back.',
    fields: [
      numberField('releasesPerWeek', 'Releases a week', 'releases'),
      numberField('rollbackMinutes', 'A bad version is gone within', 'minutes'),
      {
        kind: 'one',
        fact: 'runsOn',
        label: 'It runs on',
        options: options('runsOn', {
          paas: ['A platform that takes your code', 'or nothing yet'],
          containers: ['Managed containers', 'you build images'],
          kubernetes: ['Kubernetes', 'a cluster you know'],
          'on-premises': ['Your own machines', 'in your own rooms'],
        }),
      },
    ],
  },
  {
    id: 'priorities',
    number: 24,
    step: 10,
    title: 'What matters most, if not everything can?',
    lead: 'Pick three, in order; the rest gives way when two good things disagree.',
    why: 'Where the rules leave two alternatives close together, these three decide.',
    fields: [
      {
        kind: 'rank',
        fact: 'priorities',
        label: 'Priorities',
        places: 3,
        options: options('priorities', {
          simplicity: ['Simplicity and cost', 'few things to run'],
          speed: ['Fast answers', 'users do not wait'],
          change: ['Quick change', 'an idea is live within days'],
          scale: ['Scale', 'ten times the load without a rewrite'],
          uptime: ['Uptime', 'it is there when needed'],
          correctness: ['Correctness', 'no wrong number, ever'],
          compliance: ['Compliance', 'an auditor is satisfied'],
        }),
      },
    ],
  },
];
