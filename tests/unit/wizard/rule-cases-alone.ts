import type { Answers } from '../../../src/wizard/model/answers.ts';
import { messages, team } from './rule-case.ts';
import type { RuleCase } from './rule-case.ts';

const watched: Answers = { running: { running: ['automatic-deploys', 'central-telemetry'] } };

/** Answers in which a single rule tips the balance. */
export const aloneCases: readonly RuleCase[] = [
  {
    name: 'two people merge services, whatever comes first',
    answers: {
      'start-from': { startFrom: 'services' },
      team: team(2, 1),
      priorities: { priorities: ['compliance', 'correctness', 'speed'] },
    },
    decisions: { style: 'modular-monolith' },
  },
  {
    name: 'fourteen people stay with large services',
    answers: {
      ...watched,
      team: team(14, 4),
      parts: { parts: ['settled-boundaries', 'own-compliance'] },
      priorities: { priorities: ['scale', 'uptime', 'simplicity'] },
    },
    decisions: { style: 'service-based' },
  },
  {
    name: 'a busy part under rules of its own is cut out',
    answers: { parts: { parts: ['load-difference', 'own-compliance'] } },
    decisions: { style: 'service-based' },
  },
  {
    name: 'services that run stay services',
    answers: { 'start-from': { startFrom: 'services' } },
    decisions: { style: 'service-based' },
  },
  {
    name: 'many services cost most of what simplicity wants',
    answers: {
      ...watched,
      team: team(49, 3),
      parts: { parts: ['settled-boundaries', 'load-difference', 'second-runtime'] },
    },
    decisions: { style: 'service-based' },
  },
  {
    name: 'scale tips the balance between large and small services',
    answers: {
      ...watched,
      team: team(60, 3),
      parts: {
        parts: ['settled-boundaries', 'load-difference', 'own-compliance', 'second-runtime'],
      },
      priorities: { priorities: ['compliance', 'scale', 'simplicity'] },
    },
    decisions: { style: 'microservices' },
  },
  {
    name: 'one client does not need a graph, however different it is',
    answers: {
      clients: { clients: ['web'], clientNeeds: 'very-different' },
      interaction: { interaction: ['client-graph'] },
    },
    decisions: { 'public-api': 'rest' },
  },
  {
    name: 'a thousand messages a second that may be minutes late are events',
    answers: {
      freshness: { freshness: 'minutes' },
      messages: messages({ messageNeeds: [], messagesPerSecond: 1000 }),
    },
    decisions: { 'sync-or-async': 'event-driven' },
  },
  {
    name: 'microservices have a database each, also where data is right at once',
    answers: {
      ...watched,
      team: team(60, 12),
      parts: { parts: ['settled-boundaries', 'second-runtime'] },
    },
    decisions: { style: 'microservices', 'data-ownership': 'database-per-service' },
  },
  {
    name: 'minutes of staleness and few reads, speed first',
    answers: {
      load: { readsPerWrite: 4 },
      staleness: { staleness: 'minutes' },
      priorities: { priorities: ['uptime', 'speed', 'simplicity'] },
    },
    decisions: { cache: 'private-http' },
  },
  {
    name: 'staff sign in at a provider',
    answers: { 'sign-in': { signIn: ['staff'] } },
    decisions: { authentication: 'oidc' },
  },
  {
    name: 'services that call each other have breakers',
    answers: { parts: { parts: ['second-runtime'] }, 'sign-in': { signIn: [] } },
    decisions: { resilience: 'breakers' },
  },
  {
    name: 'nine teams share one platform, change first',
    answers: {
      team: team(29, 9),
      priorities: { priorities: ['change', 'scale', 'speed'] },
    },
    decisions: { platform: 'kubernetes' },
  },
];
