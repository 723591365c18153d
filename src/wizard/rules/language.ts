import { severalDeployables } from './conditions.ts';
import { all, any, below, is, rulesFor } from './rule.ts';
import type { Predicate } from './rule.ts';
import type { OptionOf } from '../model/facts.ts';

type Language = OptionOf<'languages'>;

/** Every language that can be named; each speaks for itself where the team knows it. */
const languages: readonly Language[] = [
  'typescript',
  'python',
  'ruby',
  'php',
  'dotnet',
  'java',
  'go',
  'rust',
];

/** Where a team knows several languages: what speaks for one of them. */
interface Fit {
  readonly id: string;
  readonly languages: readonly Language[];
  readonly when: Predicate;
  readonly because: string;
}

const fits: readonly Fit[] = [
  {
    id: 'web',
    languages: ['typescript'],
    when: is('clients', 'web'),
    because: 'The web app is written in it too, so types and people can be shared.',
  },
  {
    id: 'fast',
    languages: ['dotnet', 'java', 'go', 'rust'],
    when: below('p95Ms', 50),
    because:
      'With {p95Ms} it matters that it compiles to machine code and uses all processors in one process.',
  },
  {
    id: 'connections',
    languages: ['typescript', 'go', 'rust'],
    when: any(is('interaction', 'live', 'server-push'), is('clients', 'devices')),
    because: 'Thousands of connections stay open at once, and it holds them with little memory.',
  },
];

const known = rulesFor(
  'language',
  languages.map((language) => ({
    id: `language/knows-${language}`,
    when: is('languages', language),
    effect: { kind: 'score', points: { [language]: 3 } },
    because: 'The team writes {languages} well, and at night it is the team that has to read it.',
    tag: 'F',
    pattern: 'framework-and-technology-expertise/framework-selection',
  })),
);

const fitting = rulesFor(
  'language',
  fits.flatMap(({ id, languages: suited, when, because }) =>
    suited.map((language) => ({
      id: `language/${id}-${language}`,
      when: all(is('languages', language), when),
      effect: { kind: 'score', points: { [language]: 1 } } as const,
      because,
      tag: 'C' as const,
      pattern: 'framework-and-technology-expertise/framework-selection' as const,
    })),
  ),
);

const second = rulesFor('language', [
  {
    id: 'language/second-runtime',
    when: all(severalDeployables, is('parts', 'second-runtime')),
    effect: { kind: 'require', alternative: 'two-languages' },
    because:
      'One part needs another runtime, and that is the named reason without which a second language costs more than it brings.',
    tag: 'C',
    pattern: 'framework-and-technology-expertise/framework-selection',
  },
  {
    id: 'language/write-the-reason-down',
    when: all(severalDeployables, below('engineers', 10)),
    effect: { kind: 'parameter', name: 'namedReason', value: 1, for: ['two-languages'] },
    because:
      'You have {engineers}: with two languages, half of them can repair only half of the system.',
    tag: 'C',
    pattern: 'documentation-and-developer-experience/adrs',
  },
]);

/** Decision 40: what it is written in. */
export const languageRules = [...known, ...fitting, ...second];
