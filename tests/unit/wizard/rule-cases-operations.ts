import { facts } from '../../../src/wizard/model/facts.ts';
import { delivery, messages, offline, outside, peak, team, twoServices } from './rule-case.ts';
import type { RuleCase } from './rule-case.ts';

/** One case for each language: what the team knows is what it writes. */
const languageCases = facts.languages.options.map((language): RuleCase => ({
  name: `a team that writes ${facts.languages.words[language]}`,
  answers: { delivery: delivery({ languages: [language] }) },
  decisions: { language },
}));

/** What comes twice, wakes somebody, grows, proves itself, and what it is written in. */
export const operationsCases: readonly RuleCase[] = [
  {
    name: 'a web app repeats nothing by itself',
    answers: {},
    decisions: { idempotency: 'natural' },
  },
  {
    name: 'an app on a phone asks again',
    answers: { clients: { clients: ['mobile'], clientNeeds: 'same' } },
    decisions: { idempotency: 'key', tests: 'unit-and-integration' },
    parameters: { draftHeader: 1, keyHours: 24, rotateRefreshTokens: 1 },
  },
  {
    name: 'a payment must not happen twice',
    answers: { 'data-kinds': { dataKinds: ['sensitive'] } },
    decisions: { idempotency: 'key' },
  },
  {
    name: 'messages come twice',
    answers: { messages: messages({ reactors: 2 }), freshness: { freshness: 'seconds' } },
    decisions: { 'sync-or-async': 'answer-then-work', idempotency: 'inbox' },
    parameters: { inboxDays: 14 },
  },
  {
    name: 'requests and messages come twice',
    answers: {
      clients: { clients: ['partners'], clientNeeds: 'same' },
      messages: messages({ reactors: 2 }),
      freshness: { freshness: 'seconds' },
    },
    decisions: { idempotency: 'key-and-inbox' },
  },
  {
    name: 'five people at 99.9 % begin with thresholds, and nobody is woken',
    answers: {},
    decisions: { alerting: 'threshold' },
    parameters: { errorPercent: 5, ticketsOnly: 1, objectiveDays: 30, runbooks: 1 },
  },
  {
    name: 'people on call are woken by the budget',
    answers: { running: { running: ['automatic-deploys', 'on-call'] } },
    decisions: { alerting: 'burn-rate' },
    parameters: { burnRateFast: 14.4, burnRateMedium: 6, burnRateSlow: 1, page: 1 },
  },
  {
    name: 'except where one failed request would wake them',
    answers: { running: { running: ['automatic-deploys', 'on-call'] }, load: peak(2) },
    decisions: { alerting: 'threshold' },
  },
  {
    name: '99.95 % is watched by the budget, tested by failing and spread over zones',
    answers: { availability: { availability: '99.95' } },
    decisions: { alerting: 'burn-rate', tests: 'contracts-and-chaos' },
    parameters: { gameDays: 90, restoreTestDays: 30, spreadZones: 2 },
  },
  {
    name: 'a steady load stays on two replicas',
    answers: {},
    decisions: { scaling: 'vertical' },
    parameters: { stateless: 1, readinessCheck: 1, shutdownSeconds: 30 },
  },
  {
    name: 'a sale of ten times the usual load',
    answers: { staleness: { loadShape: 'peaky', peakTimes: 10 } },
    decisions: { scaling: 'horizontal' },
    parameters: { busyPercent: 70, mostTimesPeak: 2, poolsFitDatabase: 1, loadTestPercent: 150 },
  },
  {
    name: 'peaks of twice the usual load',
    answers: { staleness: { loadShape: 'peaky', peakTimes: 2 } },
    decisions: { scaling: 'vertical' },
  },
  {
    name: 'tenfold growth where scale matters',
    answers: {
      load: { peakNow: 20, peakLater: 300, readsPerWrite: 10 },
      priorities: { priorities: ['scale', 'speed', 'change'] },
    },
    decisions: { scaling: 'horizontal' },
  },
  {
    name: 'a thousand requests a second',
    answers: { load: peak(1000) },
    decisions: { scaling: 'horizontal' },
  },
  {
    name: 'a sale on your own machines',
    answers: {
      staleness: { loadShape: 'peaky', peakTimes: 10 },
      delivery: delivery({ runsOn: 'on-premises' }),
    },
    decisions: { scaling: 'vertical' },
    tensions: ['tension/peaks-at-home'],
  },
  {
    name: 'hundreds of messages a second',
    answers: {
      ...offline,
      messages: messages({ reactors: 2, messagesPerSecond: 500 }),
      freshness: { freshness: 'seconds' },
    },
    decisions: { scaling: 'queue-depth' },
    parameters: { oldestMessageSeconds: 30 },
  },
  {
    name: 'as many that callers wait for',
    answers: { ...offline, messages: messages({ messagesPerSecond: 500 }) },
    decisions: { 'sync-or-async': 'synchronous', scaling: 'vertical' },
  },
  {
    name: 'two services of one team',
    answers: twoServices,
    decisions: { tests: 'unit-and-integration', language: 'two-languages' },
    parameters: { namedReason: 1, contractDiff: 1, securityTests: 1 },
  },
  {
    name: 'two services of one team that wants to change quickly and often',
    answers: { ...twoServices, priorities: { priorities: ['correctness', 'speed', 'uptime'] } },
    decisions: { tests: 'contracts' },
  },
  {
    name: 'two services of two teams',
    answers: { ...twoServices, team: team(12, 2) },
    decisions: { tests: 'contracts' },
  },
  {
    name: 'health data on the public internet',
    answers: { 'data-kinds': { dataKinds: ['sensitive'] } },
    decisions: {},
    parameters: { noPersonalData: 1, securityTests: 1 },
  },
  {
    name: 'calls to others have measured timeouts and one layer that retries',
    answers: { dependencies: outside({ outsideCalls: 2 }) },
    decisions: { resilience: 'bulkheads-and-fallbacks' },
    parameters: {
      timeoutPercentile: 99.9,
      retryLayers: 1,
      backoffMs: 100,
      onlyRepeatable: 1,
      breakerErrorPercent: 50,
      breakerOpenSeconds: 30,
      poolSharePercent: 25,
      traceContext: 1,
    },
  },
  {
    name: 'a canary is watched and taken back by itself',
    answers: { availability: { availability: '99.95' } },
    decisions: { rollout: 'canary' },
    parameters: { canaryMinutes: 15, automaticRollback: 1 },
  },
  ...languageCases,
  {
    name: 'nobody said what the team writes',
    answers: {},
    decisions: { language: 'team-choice' },
  },
  {
    name: 'a team that writes what its web app is written in',
    answers: { delivery: delivery({ languages: ['typescript', 'python', 'java'] }) },
    decisions: { language: 'typescript' },
  },
  {
    name: 'a team that has to be fast and knows several languages',
    answers: {
      ...offline,
      latency: { p95Ms: 20, workMs: 5 },
      delivery: delivery({ languages: ['python', 'php', 'dotnet', 'java', 'go', 'rust'] }),
      priorities: { priorities: ['scale', 'simplicity', 'speed'] },
    },
    decisions: { language: 'java' },
  },
  {
    name: 'many devices that stay connected',
    answers: {
      clients: { clients: ['devices'], clientNeeds: 'same' },
      delivery: delivery({ languages: ['python', 'java', 'go'] }),
      priorities: { priorities: ['scale', 'speed', 'uptime'] },
    },
    decisions: { language: 'go' },
  },
  {
    name: 'news pushed by a team that knows two languages for it',
    answers: {
      interaction: { interaction: ['ask-answer', 'server-push'] },
      delivery: delivery({ languages: ['typescript', 'rust'] }),
    },
    decisions: { language: 'typescript' },
  },
];
