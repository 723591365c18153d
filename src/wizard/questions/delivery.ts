import { numberField, options } from './fields.ts';
import type { Question } from './question.ts';

/** Steps 8 to 10: speeding up, releasing, and what matters most. */
export const deliveryQuestions: readonly Question[] = [
  {
    id: 'staleness',
    number: 22,
    step: 8,
    title: 'How old may an answer be, and does the load have peaks?',
    lead: 'A product description may be an hour old, a stock level perhaps not. Think of the first minute of a sale, too.',
    why: 'No staleness means no cache. A few seconds already take most reads off the database. Peaks decide whether capacity has to come and go.',
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
      {
        kind: 'one',
        fact: 'loadShape',
        label: 'The load',
        options: options('loadShape', {
          steady: ['Is steady', 'a day looks like the one before'],
          peaky: ['Has peaks', 'a sale, a mailing, nine o’clock on Monday'],
        }),
      },
      numberField('peakTimes', 'A peak is this many times the usual load', 'times'),
    ],
  },
  {
    id: 'delivery',
    number: 23,
    step: 9,
    title: 'How do you release?',
    lead: 'As it is today, or as it has to be.',
    why: 'It decides the platform, how a bad version is taken back, and what it is written in.',
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
      {
        kind: 'many',
        fact: 'languages',
        label: 'The team writes well',
        options: options('languages', {
          typescript: ['TypeScript on Node.js', ''],
          python: ['Python', ''],
          ruby: ['Ruby', ''],
          php: ['PHP', ''],
          dotnet: ['C# on .NET', ''],
          java: ['Java or Kotlin', ''],
          go: ['Go', ''],
          rust: ['Rust', ''],
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
    why: 'Where the rules leave two alternatives close together, the first of these three that tells them apart decides, and the reasons say so.',
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
