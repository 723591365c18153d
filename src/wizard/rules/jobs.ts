import { messagesFlow } from './conditions.ts';
import { messagesLeave } from './publishing.ts';
import { any, atLeast, below, chosen, is, not, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

const runsByTheClock = is('schedules', 'some');
const lastsHours = is('actionShape', 'lasts-hours');

/** Speaks for everything that outlives a request. */
const outlivesRequest = {
  'database-queue': 3,
  'broker-workers': 3,
  'durable-workflow': 3,
} as const;

/** Decision 22: what runs work that nobody waits for. */
export const jobRules = rulesFor('jobs', [
  {
    id: 'jobs/nothing-behind',
    when: not(any(messagesFlow, runsByTheClock)),
    effect: {
      kind: 'veto',
      alternatives: ['database-queue', 'broker-workers', 'durable-workflow'],
    },
    because: 'Callers wait for all work and nothing runs by the clock, so no job has to be kept.',
    tag: 'F',
    revisitWhen: 'something is done after the answer, or by the clock',
  },
  {
    id: 'jobs/no-long-flow',
    when: not(any(lastsHours, chosen('transactions', 'orchestrated-saga'))),
    effect: { kind: 'veto', alternatives: ['durable-workflow'] },
    because:
      'No flow lasts for hours or is orchestrated across services, and an engine for flows is a system of its own.',
    tag: 'C',
    revisitWhen: 'a flow waits for people or other companies',
  },
  {
    id: 'jobs/work-behind',
    when: messagesFlow,
    effect: { kind: 'score', points: outlivesRequest },
    because: 'Work goes on after the answer, and it must not be lost when a process stops.',
    tag: 'F',
    pattern: 'asynchronous-processing/background-jobs',
  },
  {
    id: 'jobs/by-the-clock',
    when: runsByTheClock,
    effect: { kind: 'score', points: outlivesRequest },
    because:
      'Something runs at set times, and every replica has a clock: as a row that one worker claims, a run happens once.',
    tag: 'F',
    pattern: 'asynchronous-processing/scheduled-tasks',
  },
  {
    id: 'jobs/broker-there',
    when: messagesLeave,
    effect: { kind: 'score', points: { 'broker-workers': 3, 'durable-workflow': 3 } },
    because: 'A broker carries messages already, and workers behind it are scaled by themselves.',
    tag: 'F',
    pattern: 'asynchronous-processing/task-processing',
  },
  {
    id: 'jobs/flow-of-hours',
    when: lastsHours,
    effect: { kind: 'score', points: { 'durable-workflow': 3 } },
    because:
      'You have {actionShape}: it outlives releases and crashes, and somebody will ask how far it is.',
    tag: 'F',
    pattern: 'asynchronous-processing/long-running-operations',
  },
  {
    id: 'jobs/many-steps',
    when: atLeast('participants', 4),
    effect: { kind: 'score', points: { 'durable-workflow': 3 } },
    because:
      'You have {participants}: with so many steps, what was done and what has to be undone should stand in one place.',
    tag: 'C',
    pattern: 'microservices-architecture/saga-pattern',
  },
  {
    id: 'jobs/few-engineers',
    when: below('engineers', 6),
    effect: { kind: 'score', points: { 'durable-workflow': -2 } },
    because: 'A workflow engine wants to be run and understood, and you have {engineers}.',
    tag: 'C',
  },
  {
    id: 'jobs/run-once',
    when: runsByTheClock,
    effect: { kind: 'parameter', name: 'scheduleLock', value: 1 },
    because: 'Schedulers promise about one start: two may happen, or none.',
    tag: 'S',
    source: designSources.cronJobs,
    pattern: 'asynchronous-processing/scheduled-tasks',
  },
  {
    id: 'jobs/own-processes',
    when: atLeast('longestJob', 'minutes'),
    effect: { kind: 'parameter', name: 'workersApart', value: 1, for: ['database-queue'] },
    because: 'A job takes {longestJob}, and in the same process it would slow down every request.',
    tag: 'F',
    pattern: 'asynchronous-processing/background-jobs',
  },
  {
    id: 'jobs/checkpoints',
    when: is('longestJob', 'hours'),
    effect: {
      kind: 'parameter',
      name: 'checkpointMinutes',
      value: 5,
      for: ['database-queue', 'broker-workers', 'durable-workflow'],
    },
    because: 'A job takes {longestJob}, and every release would otherwise start it again.',
    tag: 'C',
    pattern: 'asynchronous-processing/progress-tracking',
  },
]);
