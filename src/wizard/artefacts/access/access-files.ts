import type { Generator } from '../generator.ts';
import { auth } from './auth.ts';
import { cedarPolicies } from './cedar-policy.ts';
import { cedarSchema } from './cedar-schema.ts';

/** Output 4: who proves what how, and who may do what. */
export const accessFiles: Generator = (context) => [
  {
    path: 'auth.md',
    text: auth(context),
    checkedBy: 'markdownlint and a signed token',
    madeFrom: 'authentication (26), the identities and the policies',
  },
  {
    path: 'policy.cedar',
    text: cedarPolicies(context),
    checkedBy: 'Cedar validator',
    madeFrom: 'the policies of each operation',
  },
  {
    path: 'policy.cedarschema',
    text: cedarSchema(context),
    checkedBy: 'Cedar validator',
    madeFrom: 'the capabilities and their operations',
  },
];
