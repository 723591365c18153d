import type { OpenDecision } from './open-decision.ts';

/** Open decisions about the life of contracts. */
export const undecidedRunning: readonly OpenDecision[] = [
  {
    number: 32,
    title: 'Versions of the API',
    choices: 'additions only, a major version in the URL, or a header',
    touched: ({ facts: { clients } }) =>
      clients.some((client) => ['partners', 'mobile', 'devices'].includes(client))
        ? 'some clients cannot be upgraded on the day of a release.'
        : undefined,
  },
  {
    number: 33,
    title: 'Long lists',
    choices: 'pages by offset (short, stable lists only) or by cursor',
    touched: ({ facts }) =>
      facts.interaction.includes('bulk') ? 'many rows are read at once.' : undefined,
  },
];
