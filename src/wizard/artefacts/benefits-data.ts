import type { Benefits } from './benefits-running.ts';

/** What the alternatives for sharing, reading, messages and long work bring. */
export const dataBenefits: Benefits<
  | 'tenancy'
  | 'publishing'
  | 'read-side'
  | 'cross-service-query'
  | 'event-schema'
  | 'jobs'
  | 'long-operation'
> = {
  tenancy: {
    none: 'No query has to ask whose data it is.',
    pool: 'A further customer is a row, and even a forgotten condition shows nobody’s data to another.',
    bridge: 'Who pays for it can be restored, moved and deleted alone.',
    silo: 'What happens to one customer, an outage or a leak, stays with that customer.',
  },
  publishing: {
    none: 'Data and pending work commit together and cannot disagree.',
    'outbox-poller': 'No message is lost and none tells of a change that was undone.',
    'outbox-cdc':
      'Messages leave within milliseconds in the order of the commits, and old code need not be touched.',
  },
  'read-side': {
    same: 'Whoever has written something sees it in the next read.',
    replica: 'Reports and busy lists no longer slow down those who write.',
    projection: 'A screen is one read by its key, however many tables it comes from.',
    'event-sourcing': 'Every earlier state, and who caused it, can be shown and computed again.',
  },
  'cross-service-query': {
    join: 'A report is one query, and all its numbers are of the same moment.',
    composition: 'The answer is as fresh as the parts themselves, and nothing is kept twice.',
    'materialized-view': 'The question is answered even while the other parts are down.',
  },
  'event-schema': {
    'tolerant-json': 'A field is added without asking, and a message can be read by eye.',
    registry: 'A change that would break a reader fails in the build and not at night.',
  },
  jobs: {
    'in-process': 'Whoever asked knows at once how it went.',
    'database-queue': 'A job exists exactly when its data does, and nothing new has to be run.',
    'broker-workers': 'Slow jobs cannot slow down requests, and workers grow with the queue.',
    'durable-workflow':
      'A flow of days reads like a program of ten lines and survives every crash.',
  },
  'long-operation': {
    wait: 'A client needs one request and knows the outcome.',
    status: 'A closed laptop loses nothing, and people see how far it is.',
    'status-and-webhook': 'A program neither waits nor asks, and still hears of the end.',
  },
};
