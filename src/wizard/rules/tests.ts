import { highPeaks, peakReaches, severalDeployables } from './conditions.ts';
import { all, any, atLeast, is, reaches, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Decision 39: what has to pass before a version goes out. */
export const testRules = rulesFor('tests', [
  {
    id: 'tests/released-apart',
    when: severalDeployables,
    effect: { kind: 'score', points: { contracts: 2, 'contracts-and-chaos': 2 } },
    because:
      'Deployables are released apart: each needs to know before its release what the others rely on.',
    tag: 'S',
    source: sources.pactFaq,
    pattern: 'testing-strategies/contract-testing',
  },
  {
    id: 'tests/teams',
    when: all(severalDeployables, reaches('fullTeams', 2)),
    effect: { kind: 'require', alternative: 'contracts' },
    because: 'You have {fullTeams}, and none of them can run the tests of the others by heart.',
    tag: 'F',
    pattern: 'testing-strategies/contract-testing',
  },
  {
    id: 'tests/old-clients',
    when: is('clients', 'mobile', 'partners', 'devices'),
    effect: { kind: 'score', points: { contracts: 2 } },
    because:
      'You have {clients}: versions that you brought out long ago are still in use, and what they rely on is known only if it was recorded.',
    tag: 'C',
    pattern: 'testing-strategies/contract-testing',
  },
  {
    id: 'tests/little-downtime',
    when: atLeast('availability', '99.95'),
    effect: { kind: 'require', alternative: 'contracts-and-chaos' },
    because:
      '{availability} leaves {budget}: replicas, breakers and alerts that never had to work in earnest will not work then.',
    tag: 'C',
    pattern: 'testing-strategies/chaos-testing',
    revisitWhen: '99.9 % is enough',
  },
  {
    id: 'tests/contract-diff',
    when: all(),
    effect: { kind: 'parameter', name: 'contractDiff', value: 1 },
    because:
      'A field that disappears from the contract breaks somebody, and a machine sees it first.',
    tag: 'F',
    pattern: 'api-contract-and-documentation/contract-testing',
  },
  {
    id: 'tests/load',
    when: any(highPeaks, peakReaches(100)),
    effect: { kind: 'parameter', name: 'loadTestPercent', value: 150 },
    because: 'Where the system breaks should be known before the day on which it does.',
    tag: 'C',
    pattern: 'testing-strategies/load-testing',
  },
  {
    id: 'tests/restore',
    when: any(is('dataKinds', 'sensitive', 'provable'), atLeast('availability', '99.9')),
    effect: { kind: 'parameter', name: 'restoreTestDays', value: 30 },
    because: 'A backup that nobody has restored is a hope.',
    tag: 'F',
    pattern: 'testing-strategies/test-automation',
  },
  {
    id: 'tests/security',
    when: is('exposure', 'internet'),
    effect: { kind: 'parameter', name: 'securityTests', value: 1 },
    because: 'Others look for known weaknesses every day, so your build should do so first.',
    tag: 'F',
    pattern: 'testing-strategies/security-testing',
  },
  {
    id: 'tests/game-day',
    when: atLeast('availability', '99.95'),
    effect: { kind: 'parameter', name: 'gameDays', value: 90, for: ['contracts-and-chaos'] },
    because: 'People have to practice as well, and in a quarter half of it is forgotten.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/chaos-engineering',
  },
]);
