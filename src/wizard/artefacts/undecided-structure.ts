import type { Solution } from '../model/solution.ts';
import type { OpenDecision } from './open-decision.ts';

/** Open decisions about parts, calls and what stands between them. */
export const undecidedStructure: readonly OpenDecision[] = [
  {
    number: 2,
    title: 'Boundaries',
    choices: 'merge what shares a transaction or changes together; split by load, rules or runtime',
    touched: ({ facts }) => {
      if (facts.participants > 1) {
        return 'one action changes several parts, which speaks for merging them.';
      }
      return facts.parts.some((part) => part !== 'settled-boundaries')
        ? 'one part stands out from the others.'
        : undefined;
    },
  },
  {
    number: 3,
    title: 'Migration',
    choices: 'none, branch by abstraction, a strangler behind a facade, or a rewrite',
    touched: ({ facts }) => (facts.startFrom === 'new' ? undefined : 'something runs today.'),
  },
  {
    number: 5,
    title: 'Internal calls',
    choices: 'in the process, REST or gRPC',
    touched: (solution) => ifSeveral(solution, 'several deployables call each other.'),
  },
  {
    number: 7,
    title: 'Live updates',
    choices: 'polling, server-sent events (one way) or WebSocket (two ways)',
    touched: ({ facts: { interaction }, decisions }) => {
      const isLive = interaction.includes('live');
      if (!isLive && !interaction.includes('server-push')) return undefined;
      const { webSocket, serverSentEvents } = decisions['public-api'].parameters;
      if (webSocket !== undefined || serverSentEvents !== undefined) {
        return 'the public API’s settings name the transport, not how a client reconnects and catches up.';
      }
      return isLive
        ? 'clients want two-way live traffic, which speaks for WebSocket.'
        : 'clients want news pushed to them, which speaks for server-sent events.';
    },
  },
  {
    number: 8,
    title: 'Outbound notices',
    choices: 'none, webhooks or a feed to poll',
    touched: ({ facts }) =>
      facts.interaction.includes('notify') ? 'other companies want to be notified.' : undefined,
  },
  {
    number: 9,
    title: 'Backplane for live updates',
    choices: 'none, Redis pub/sub (loses messages), or streams or a broker',
    touched: ({ facts: { interaction } }) =>
      interaction.includes('live') || interaction.includes('server-push')
        ? 'with several replicas, news has to reach the one that holds the connection.'
        : undefined,
  },
  {
    number: 11,
    title: 'Backend for each client',
    choices: 'none, or one backend for each kind of client',
    touched: ({ facts }) =>
      facts.clients.length > 1 && facts.clientNeeds === 'very-different'
        ? 'several clients need very different data.'
        : undefined,
  },
  {
    number: 12,
    title: 'Discovery',
    choices: 'none, the DNS of the platform, or a registry',
    touched: (solution) => ifSeveral(solution, 'several deployables have to find each other.'),
  },
  {
    number: 13,
    title: 'Service mesh',
    choices: 'none, or a mesh; from about 15 engineers and 10 services',
    touched: ({ facts, decisions }) =>
      decisions.style.chosen === 'microservices' && facts.engineers >= 15 && facts.teams >= 10
        ? 'there are ten services or more.'
        : undefined,
  },
];

function ifSeveral({ decisions }: Solution, sentence: string): string | undefined {
  return decisions.style.chosen === 'modular-monolith' ? undefined : sentence;
}
