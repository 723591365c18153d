import { choice, number, set, variant } from './fact-kinds.ts';

/** What decides rights, how the load behaves and what the team can write. */
export const policyFacts = {
  rights: choice(
    {
      same: 'the same rights for everybody',
      roles: 'rights by role',
      'per-object': 'rights for each single object',
      policy: 'rights by a policy',
    },
    'roles',
  ),
  loadShape: variant({ steady: 'a steady load', peaky: 'a load with peaks' }, 'steady'),
  peakTimes: number(
    { min: 2, max: 1000, default: 3 },
    'times the usual load in a peak',
    'times the usual load in a peak',
  ),
  languages: set(
    {
      typescript: 'TypeScript on Node.js',
      python: 'Python',
      ruby: 'Ruby',
      php: 'PHP',
      dotnet: 'C# on .NET',
      java: 'Java or Kotlin',
      go: 'Go',
      rust: 'Rust',
    },
    [],
    'whatever the team knows',
  ),
} as const;
