import type { Answers } from '../../../src/wizard/model/answers.ts';
import { grown, delivery, messages, peak, team, twoServices } from './rule-case.ts';
import type { RuleCase } from './rule-case.ts';

/** Twelve teams with a service each, on a cluster that they run. */
const many: Answers = {
  ...grown,
  team: team(60, 12),
  delivery: delivery({ runsOn: 'kubernetes' }),
};

/** A monolith that is to be replaced. */
const old: Answers = { 'start-from': { startFrom: 'monolith' } };

/** Where the lines run, how one gets there, and how the parts reach each other. */
export const boundaryCases: readonly RuleCase[] = [
  {
    name: 'nobody is sure: few large parts, and nothing around them',
    answers: {},
    decisions: {
      boundaries: 'merge',
      migration: 'none',
      'internal-call': 'in-process',
      discovery: 'none',
      mesh: 'none',
    },
  },
  {
    name: 'boundaries that have held become parts',
    answers: { parts: { parts: ['settled-boundaries'] } },
    decisions: { style: 'modular-monolith', boundaries: 'by-area' },
  },
  {
    name: 'eight engineers with a new system and change first',
    answers: {
      team: team(9, 1),
      parts: { parts: ['settled-boundaries'] },
      'across-parts': { participants: 3, actionShape: [] },
      priorities: { priorities: ['correctness', 'change', 'speed'] },
    },
    decisions: { boundaries: 'by-area' },
  },
  {
    name: 'seven engineers whose action changes three parts keep them in one',
    answers: {
      team: team(7, 1),
      parts: { parts: ['settled-boundaries'] },
      'across-parts': { participants: 3, actionShape: [] },
      priorities: { priorities: ['correctness', 'change', 'speed'] },
    },
    decisions: { boundaries: 'merge' },
  },
  {
    name: 'a monolith has shown where its areas are',
    answers: { ...old, priorities: { priorities: ['change', 'speed', 'uptime'] } },
    decisions: { boundaries: 'by-area', migration: 'branch-by-abstraction' },
  },
  {
    name: 'a new system has not',
    answers: { priorities: { priorities: ['change', 'speed', 'uptime'] } },
    decisions: { boundaries: 'merge' },
  },
  {
    name: 'two teams with a new system have an area each',
    answers: { team: team(6, 2), priorities: { priorities: ['change', 'speed', 'uptime'] } },
    decisions: { boundaries: 'by-area' },
  },
  {
    name: 'two teams whose action changes three parts at once keep them in one',
    answers: {
      team: team(6, 2),
      'across-parts': { participants: 3, actionShape: [] },
    },
    decisions: { boundaries: 'merge' },
    tensions: [],
  },
  {
    name: 'a second runtime draws the line',
    answers: twoServices,
    decisions: { boundaries: 'split-out', 'internal-call': 'rest', discovery: 'platform-dns' },
  },
  {
    name: 'a busy part in services that run',
    answers: {
      'start-from': { startFrom: 'services' },
      team: team(6, 1),
      parts: { parts: ['load-difference'] },
      priorities: { priorities: ['scale', 'uptime', 'speed'] },
    },
    decisions: { style: 'service-based', boundaries: 'split-out' },
  },
  {
    name: 'a part under its own rules in services that run',
    answers: {
      'start-from': { startFrom: 'services' },
      team: team(6, 1),
      parts: { parts: ['own-compliance'] },
      priorities: { priorities: ['scale', 'uptime', 'speed'] },
    },
    decisions: { style: 'service-based', boundaries: 'split-out' },
  },
  {
    name: 'a busy part of a monolith stays a module',
    answers: { team: team(2, 1), parts: { parts: ['load-difference', 'own-compliance'] } },
    decisions: { style: 'modular-monolith', boundaries: 'merge' },
  },
  {
    name: 'four teams with microservices own a part each',
    answers: grown,
    decisions: {
      boundaries: 'by-team',
      migration: 'none',
      'internal-call': 'rest',
      discovery: 'platform-dns',
      mesh: 'none',
    },
  },
  {
    name: 'four teams with large services have an area each',
    answers: { ...grown, parts: { parts: [] } },
    decisions: { style: 'service-based', boundaries: 'by-area' },
  },
  {
    name: 'a monolith that is cut is strangled route by route',
    answers: { ...twoServices, ...old },
    decisions: { style: 'service-based', migration: 'strangler' },
  },
  {
    name: 'services that are merged are strangled too',
    answers: { 'start-from': { startFrom: 'services' }, team: team(3, 1) },
    decisions: { style: 'modular-monolith', migration: 'strangler' },
  },
  {
    name: 'one part takes over where uptime matters',
    answers: {
      'start-from': { startFrom: 'part' },
      priorities: { priorities: ['uptime', 'speed', 'scale'] },
    },
    decisions: { migration: 'strangler' },
  },
  {
    name: 'three people may rewrite what hardly anybody uses',
    answers: {
      ...old,
      team: team(3, 1),
      load: peak(5),
      availability: { availability: '99' },
    },
    decisions: { migration: 'rewrite' },
  },
  {
    name: 'but not where it has to be up',
    answers: { ...old, team: team(3, 1), load: peak(5) },
    decisions: { migration: 'branch-by-abstraction' },
  },
  {
    name: 'nor what many built',
    answers: {
      ...old,
      team: team(5, 1),
      load: peak(5),
      availability: { availability: '99' },
    },
    decisions: { migration: 'branch-by-abstraction' },
  },
  {
    name: 'nor what many use',
    answers: {
      ...old,
      team: team(3, 1),
      load: peak(10),
      availability: { availability: '99' },
    },
    decisions: { migration: 'branch-by-abstraction' },
  },
  {
    name: 'fast calls between services are gRPC',
    answers: { ...twoServices, latency: { p95Ms: 40, workMs: 5 } },
    decisions: { 'public-api': 'rest', 'internal-call': 'grpc' },
  },
  {
    name: 'fast calls inside one deployable stay calls in the process',
    answers: { latency: { p95Ms: 40, workMs: 5 } },
    decisions: { 'internal-call': 'in-process' },
  },
  {
    name: 'live traffic across services is streamed',
    answers: {
      ...twoServices,
      interaction: { interaction: ['live'] },
      priorities: { priorities: ['speed', 'uptime', 'scale'] },
    },
    decisions: { 'live-updates': 'websocket', 'internal-call': 'grpc' },
  },
  {
    name: 'one form of call is enough',
    answers: {
      ...twoServices,
      clients: { clients: ['internal'], clientNeeds: 'same' },
      exposure: { exposure: [] },
      interaction: { interaction: ['live'] },
    },
    decisions: { 'public-api': 'grpc', 'internal-call': 'grpc', 'live-updates': 'grpc-streams' },
  },
  {
    name: 'many calls between many services',
    answers: {
      ...grown,
      load: peak(1000),
      priorities: { priorities: ['speed', 'uptime', 'scale'] },
    },
    decisions: { 'internal-call': 'grpc' },
  },
  {
    name: 'services that react to events do not call each other',
    answers: {
      ...grown,
      latency: { p95Ms: 40, workMs: 5 },
      freshness: { freshness: 'minutes' },
      messages: messages({ messageNeeds: ['replay'], reactors: 3 }),
      priorities: { priorities: ['simplicity', 'change', 'correctness'] },
    },
    decisions: {
      'sync-or-async': 'event-driven',
      'internal-call': 'in-process',
      'cross-service-query': 'materialized-view',
    },
  },
  {
    name: 'two services on own machines are found by name',
    answers: { ...twoServices, delivery: delivery({ runsOn: 'on-premises' }) },
    decisions: { platform: 'own-hosts', discovery: 'platform-dns' },
  },
  {
    name: 'two services on own machines where speed comes first',
    answers: {
      ...twoServices,
      delivery: delivery({ runsOn: 'on-premises' }),
      priorities: { priorities: ['speed', 'change', 'scale'] },
    },
    decisions: { platform: 'own-hosts', discovery: 'registry' },
  },
  {
    name: 'one deployable on own machines',
    answers: { delivery: delivery({ runsOn: 'on-premises' }) },
    decisions: { platform: 'own-hosts', discovery: 'none' },
  },
  {
    name: 'many services on own machines need a registry',
    answers: {
      ...grown,
      running: { running: ['automatic-deploys', 'central-telemetry'] },
      delivery: delivery({ runsOn: 'on-premises' }),
    },
    decisions: { style: 'microservices', platform: 'own-hosts', discovery: 'registry' },
  },
  {
    name: 'many services on a cluster have names, whatever comes first',
    answers: { ...grown, priorities: { priorities: ['speed', 'change', 'scale'] } },
    decisions: { platform: 'kubernetes', discovery: 'platform-dns' },
  },
  {
    name: 'twelve services with health data get a mesh',
    answers: { ...many, 'data-kinds': { dataKinds: ['personal', 'sensitive'] } },
    decisions: { style: 'microservices', platform: 'kubernetes', mesh: 'mesh' },
  },
  {
    name: 'eight services do not',
    answers: { ...many, team: team(60, 8), 'data-kinds': { dataKinds: ['sensitive'] } },
    decisions: { style: 'microservices', platform: 'kubernetes', mesh: 'none' },
  },
  {
    name: 'nor twelve that nobody could run a mesh for',
    answers: {
      ...many,
      'data-kinds': { dataKinds: ['sensitive'] },
      running: { running: ['automatic-deploys', 'central-telemetry', 'on-call'] },
    },
    decisions: { style: 'microservices', platform: 'kubernetes', mesh: 'none' },
  },
  {
    name: 'nor twelve without a cluster',
    answers: {
      ...many,
      'data-kinds': { dataKinds: ['sensitive'] },
      delivery: delivery({ runsOn: 'containers' }),
    },
    decisions: { platform: 'managed-containers', mesh: 'none' },
  },
  {
    name: 'twelve services with canaries, where speed comes first',
    answers: { ...many, priorities: { priorities: ['change', 'scale', 'uptime'] } },
    decisions: { rollout: 'canary', mesh: 'mesh' },
  },
  {
    name: 'twelve services without a canary, where speed comes first',
    answers: {
      ...many,
      load: peak(5),
      priorities: { priorities: ['change', 'scale', 'uptime'] },
    },
    decisions: { rollout: 'rolling', mesh: 'none' },
  },
  {
    name: 'twelve services in two runtimes with canaries, simplicity first',
    answers: {
      ...many,
      parts: { parts: ['settled-boundaries', 'load-difference', 'second-runtime'] },
    },
    decisions: { rollout: 'canary', mesh: 'mesh' },
  },
  {
    name: 'twelve services that react to events need none for a canary',
    answers: {
      ...many,
      freshness: { freshness: 'minutes' },
      messages: messages({ messageNeeds: ['replay'], reactors: 3 }),
      priorities: { priorities: ['change', 'correctness', 'compliance'] },
    },
    decisions: { 'sync-or-async': 'event-driven', rollout: 'canary', mesh: 'none' },
  },
  {
    name: 'nine engineers do not get microservices, whatever scale they wish for',
    answers: {
      ...grown,
      team: team(9, 3),
      load: peak(6000),
      parts: { parts: ['settled-boundaries', 'load-difference', 'own-compliance'] },
      priorities: { priorities: ['scale', 'uptime', 'speed'] },
    },
    decisions: { style: 'service-based' },
  },
];
