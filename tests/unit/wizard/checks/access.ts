import { validate } from '@cedar-policy/cedar-wasm/nodejs';

const known = new Map<string, readonly string[]>();

/** What Cedar says of policies and their schema, warnings too. Equal ones are put to it once. */
export function cedarMistakes(staticPolicies: string, schema: string): readonly string[] {
  const key = `${schema}\n${staticPolicies}`;
  const found = known.get(key) ?? findMistakes(staticPolicies, schema);
  known.set(key, found);
  return found;
}

function findMistakes(staticPolicies: string, schema: string): readonly string[] {
  const answer = validate({ schema, policies: { staticPolicies } });
  const lists =
    answer.type === 'failure'
      ? [answer.errors]
      : [answer.validationErrors, answer.validationWarnings, answer.otherWarnings];
  return lists.flat().map((each) => JSON.stringify(each));
}
