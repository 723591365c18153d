import { grown, messages, offline, peak, team } from './rule-case.ts';
import type { RuleCase } from './rule-case.ts';

const chat = { interaction: { interaction: ['ask-answer', 'live'] } } as const;
const notify = { interaction: { interaction: ['ask-answer', 'notify'] } } as const;

/** What is sent to open screens and to other companies, and how the contract changes. */
export const clientCases: readonly RuleCase[] = [
  {
    name: 'nobody is sure: one API that clients ask',
    answers: {},
    decisions: {
      'live-updates': 'polling',
      outbound: 'none',
      backplane: 'none',
      bff: 'none',
      versioning: 'additive',
      pagination: 'offset',
    },
    parameters: { contractCheck: 1, largestPage: 100 },
  },
  {
    name: 'a chat',
    answers: chat,
    decisions: { 'live-updates': 'websocket', backplane: 'pub-sub', pagination: 'cursor' },
    parameters: { resumeFromLastEvent: 1, connectionMinutes: 30, heartbeatSeconds: 30 },
  },
  {
    name: 'a chat where no message may be missing',
    answers: { ...chat, priorities: { priorities: ['correctness', 'speed', 'change'] } },
    decisions: { backplane: 'streams' },
  },
  {
    name: 'a chat whose screens may lag, where correctness comes first',
    answers: {
      ...chat,
      freshness: { freshness: 'seconds' },
      priorities: { priorities: ['correctness', 'speed', 'change'] },
    },
    decisions: { backplane: 'pub-sub' },
  },
  {
    name: 'a chat in which order matters',
    answers: { ...chat, messages: messages({ messageNeeds: ['answer-now', 'ordered'] }) },
    decisions: { backplane: 'streams' },
  },
  {
    name: 'a chat of services beside a broker that copies, correctness first',
    answers: {
      ...grown,
      ...chat,
      messages: messages({ reactors: 2 }),
      priorities: { priorities: ['correctness', 'speed', 'change'] },
    },
    decisions: { broker: 'routing-broker', backplane: 'streams' },
  },
  {
    name: 'a small chat in one process',
    answers: { ...chat, availability: { availability: '99' } },
    decisions: { 'live-updates': 'websocket', backplane: 'none' },
  },
  {
    name: 'a large chat that may be down',
    answers: { ...chat, availability: { availability: '99' }, load: peak(500) },
    decisions: { backplane: 'pub-sub' },
  },
  {
    name: 'two replicas and nothing that stays open',
    answers: { messages: messages({ messageNeeds: ['ordered'] }) },
    decisions: { 'live-updates': 'polling', backplane: 'none' },
  },
  {
    name: 'news that may be minutes old is asked for',
    answers: {
      interaction: { interaction: ['server-push'] },
      freshness: { freshness: 'minutes' },
    },
    decisions: { 'live-updates': 'polling', backplane: 'none' },
  },
  {
    name: 'news for internal programs travels in the streams of gRPC',
    answers: {
      ...offline,
      interaction: { interaction: ['server-push'] },
      latency: { p95Ms: 20, workMs: 5 },
    },
    decisions: { 'public-api': 'grpc', 'live-updates': 'grpc-streams', backplane: 'pub-sub' },
  },
  {
    name: 'webhooks',
    answers: notify,
    decisions: { outbound: 'webhooks', 'long-operation': 'wait' },
    parameters: { signedNotices: 1, publicAddressesOnly: 1, noticeHours: 24 },
  },
  {
    name: 'companies that read notices again',
    answers: {
      ...notify,
      messages: messages({ messageNeeds: ['answer-now', 'replay'] }),
      priorities: { priorities: ['correctness', 'speed', 'change'] },
    },
    decisions: { outbound: 'feed' },
    parameters: { feedDays: 30 },
  },
  {
    name: 'companies that need notices in order and read them again',
    answers: { ...notify, messages: messages({ messageNeeds: ['ordered', 'replay'] }) },
    decisions: { outbound: 'feed' },
  },
  {
    name: 'thousands of ordered notices a second',
    answers: {
      ...notify,
      messages: messages({ messageNeeds: ['answer-now', 'ordered'], messagesPerSecond: 2000 }),
    },
    decisions: { outbound: 'feed' },
  },
  {
    name: 'thousands of messages that nobody outside waits for',
    answers: { messages: messages({ messageNeeds: ['replay'], messagesPerSecond: 2000 }) },
    decisions: { outbound: 'none' },
  },
  {
    name: 'a web app and a television that show very different things',
    answers: { clients: { clients: ['web', 'devices'], clientNeeds: 'very-different' } },
    decisions: { bff: 'per-client' },
  },
  {
    name: 'the same for four people',
    answers: {
      clients: { clients: ['web', 'devices'], clientNeeds: 'very-different' },
      team: team(4, 1),
    },
    decisions: { bff: 'none' },
  },
  {
    name: 'the same with GraphQL',
    answers: {
      clients: { clients: ['web', 'mobile'], clientNeeds: 'very-different' },
      interaction: { interaction: ['client-graph'] },
    },
    decisions: { 'public-api': 'graphql', bff: 'none', versioning: 'additive' },
  },
  {
    name: 'one client that is very different from nobody',
    answers: { clients: { clients: ['web'], clientNeeds: 'very-different' } },
    decisions: { bff: 'none' },
  },
  {
    name: 'an app on phones',
    answers: { clients: { clients: ['web', 'mobile'], clientNeeds: 'same' } },
    decisions: { versioning: 'url-major' },
    parameters: { deprecationMonths: 6 },
  },
  {
    name: 'an app on phones that you could replace today',
    answers: {
      clients: { clients: ['mobile'], clientNeeds: 'same' },
      upgrades: { clientUpgrade: 'same-day' },
    },
    decisions: { versioning: 'additive' },
    tensions: ['tension/not-yours-to-upgrade'],
  },
  {
    name: 'devices that nobody updates, and few engineers',
    answers: {
      clients: { clients: ['devices'], clientNeeds: 'same' },
      upgrades: { clientUpgrade: 'never' },
      priorities: { priorities: ['uptime', 'speed', 'scale'] },
    },
    decisions: { versioning: 'url-major' },
    parameters: { deprecationMonths: 24 },
  },
  {
    name: 'partners that never move, and enough engineers',
    answers: {
      team: team(12, 1),
      clients: { clients: ['partners'], clientNeeds: 'same' },
      upgrades: { clientUpgrade: 'never' },
      priorities: { priorities: ['uptime', 'speed', 'scale'] },
    },
    decisions: { versioning: 'header' },
  },
  {
    name: 'internal programs that never move, and enough engineers',
    answers: {
      team: team(12, 1),
      clients: { clients: ['internal'], clientNeeds: 'same' },
      upgrades: { clientUpgrade: 'never' },
    },
    decisions: { versioning: 'header' },
  },
  {
    name: 'an API that is paid for, with compliance first',
    answers: {
      exposure: { exposure: ['internet', 'quotas'] },
      priorities: { priorities: ['compliance', 'speed', 'uptime'] },
    },
    decisions: { versioning: 'url-major' },
  },
  {
    name: 'a list of a million rows',
    answers: { upgrades: { listLength: 'more' } },
    decisions: { pagination: 'cursor' },
  },
  {
    name: 'a list that programs read to its end',
    answers: { interaction: { interaction: ['bulk'] } },
    decisions: { pagination: 'cursor' },
  },
  {
    name: 'many writes, speed first',
    answers: {
      load: peak(120),
      priorities: { priorities: ['speed', 'simplicity', 'change'] },
    },
    decisions: { pagination: 'cursor' },
  },
  {
    name: 'a phone that scrolls, speed first',
    answers: {
      clients: { clients: ['mobile'], clientNeeds: 'same' },
      priorities: { priorities: ['speed', 'simplicity', 'change'] },
    },
    decisions: { pagination: 'cursor' },
  },
];
