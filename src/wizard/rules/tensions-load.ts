import { highPeaks } from './conditions.ts';
import { all, atLeast, chosen, is, not, reaches } from './rule.ts';
import type { TensionRule } from './rule.ts';

/** Wishes about load and time that do not fit together. */
export const loadTensions: readonly TensionRule[] = [
  {
    id: 'tension/work-longer-than-answer',
    when: reaches('workShare', 100),
    title: 'The work takes longer than the answer may',
    text: 'You have {workMs} and allow {p95Ms}: even an idle system answers too late. Do part of the work before or after the answer, or allow more time.',
    relax: ['p95Ms', 'workMs'],
  },
  {
    id: 'tension/longer-than-proxies-wait',
    when: atLeast('p95Ms', 15_000),
    title: 'Answers slower than proxies wait',
    text: 'You allow {p95Ms}, and a client would wait four times that. Many proxies and load balancers close a request after 60 seconds: answer at once that the work is accepted, and let the client ask for the result.',
    relax: ['p95Ms', 'longestJob'],
  },
  {
    id: 'tension/peaks-at-home',
    when: all(highPeaks, is('runsOn', 'on-premises')),
    title: 'Peaks on your own machines',
    text: 'Your load has peaks of {peakTimes}, and it runs on {runsOn}: what the peaks need has to be bought and stands idle for the rest of the time. Let that part run at a provider, or let work wait in a queue.',
    relax: ['runsOn', 'loadShape'],
  },
  {
    id: 'tension/many-writes-one-database',
    when: all(
      reaches('writesPerSecond', 10_000),
      not(chosen('data-ownership', 'database-per-service')),
    ),
    title: 'More writes than one database takes',
    text: 'You have {writesPerSecond}, and from about 10,000 one PostgreSQL with ordinary transactions becomes the limit (our convention; measure yours). Write in batches behind a log, or split the data by key.',
    relax: ['peakLater', 'readsPerWrite'],
  },
  {
    id: 'tension/more-workers-than-connections',
    when: all(reaches('workers', 500), not(chosen('data-ownership', 'database-per-service'))),
    title: 'More workers than database connections',
    text: 'You need {workers}. If each holds a connection, one PostgreSQL would have to serve more than the 500 or so that it takes with ease (our convention). Put a connection pooler in front, or make the work per request shorter.',
    relax: ['workMs', 'peakLater'],
  },
];
