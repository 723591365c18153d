import { alternative } from '../../model/decisions.ts';
import { joinWords } from '../../model/fact-words.ts';
import type { Identity, Policy } from '../../model/system.ts';
import { allOperations, isOpen, policiesFor } from '../find-in-model.ts';
import type { Architecture } from '../../model/architecture.ts';
import type { RecordContext } from '../adr.ts';
import { list, markdownDocument, plain, table } from '../markdown.ts';
import type { Section } from '../markdown.ts';
import { partNames } from '../part-names.ts';
import { conditionInWords } from './condition-words.ts';
import {
  acceptedAlgorithms,
  clockToleranceSeconds,
  issuerOf,
  sampleToken,
} from './sample-token.ts';
import { isToken, schemeWords } from './scheme-words.ts';

/** Who proves what how, and who may do what then. */
export function auth(context: RecordContext): string {
  const { architecture, solution } = context;
  const chosen = alternative('authentication', solution.decisions.authentication.chosen);
  return markdownDocument(
    'Authentication and authorization',
    'the decisions on authentication and rights, the identities and the policies; policy.cedar says the same to a machine',
    [`${chosen.summary} Every operation is refused unless a policy below allows it.`],
    [
      { heading: 'Who proves what, and how', lines: identityLines(architecture) },
      ...tokenSections(context),
      { heading: 'Who may do what', lines: policyLines(architecture) },
      { heading: 'Each operation', lines: operationLines(architecture) },
      { heading: 'Open to all', lines: openLines(architecture) },
      { heading: 'Between services', lines: serviceLines(architecture) },
      { heading: 'What the edge must not decide', lines: edgeLines(architecture) },
      { heading: 'When something leaks', lines: leakLines(architecture) },
    ],
  );
}

function identityLines(architecture: Architecture): readonly string[] {
  const { identities } = architecture;
  if (identities.length === 0) return ['Nobody: no caller is known yet.'];
  const used = [...new Set(identities.map(({ scheme }) => scheme))];
  return [
    ...table(
      ['Who', 'How', 'For', 'Lives'],
      identities.map((identity) => [
        nameOf(identity, architecture),
        schemeWords[identity.scheme].name,
        identity.audience === '' ? 'nothing' : `\`${identity.audience}\``,
        identity.lifetimeMinutes === 0 ? 'until revoked' : `${identity.lifetimeMinutes} min`,
      ]),
    ),
    ...used.flatMap((scheme) => {
      const { name, proof, kept, renewed, revoked } = schemeWords[scheme];
      return [
        '',
        `**${name}**`,
        '',
        `- Proof: ${proof}.`,
        `- Kept: ${kept}.`,
        `- Renewed: ${renewed}.`,
        `- Revoked: ${revoked}.`,
      ];
    }),
  ];
}

/** What makes a token valid, with one token as a sample; nothing where nobody has tokens. */
function tokenSections({ architecture, date }: RecordContext): readonly Section[] {
  const holders = architecture.identities.filter(({ scheme }) => isToken(scheme));
  if (holders.length === 0) return [];
  const roles = architecture.policies.filter((each) => !isOpen(each)).map(({ role }) => role);
  const issuer = issuerOf(architecture.name);
  const audiences = [...new Set(holders.map(({ audience }) => `\`${audience}\``))];
  return [
    {
      heading: 'When a token is valid',
      lines: [
        'Each deployable checks all of it itself, with a library, before it looks at anything else:',
        '',
        `1. The signature is by ${joinWords([...acceptedAlgorithms])} and a key that the issuer publishes. \`none\` and symmetric algorithms are refused, whatever the token says.`,
        '2. `typ` is `at+jwt`: an ID token opens nothing.',
        `3. \`iss\` is exactly \`${issuer}\` (put your own).`,
        `4. \`aud\` is the one that is asked: ${joinWords(audiences)}. A token for another audience is refused.`,
        `5. \`exp\` lies ahead and \`iat\` does not; clocks may differ by ${clockToleranceSeconds} s.`,
        '',
        'Keys come from the issuer’s JWKS and are kept for ten minutes. An unknown `kid` fetches them once more, at most once a minute. The issuer publishes a new key a day before it signs with it, and keeps the old one until its last token has expired.',
        '',
        'A refused token is answered with 401 and `WWW-Authenticate: Bearer error="invalid_token"`; a valid one without the right is answered with 403. Neither answer says more, the log does.',
      ],
    },
    {
      heading: 'One token of each kind',
      lines: holders.flatMap((identity, index) => [
        ...(index === 0 ? [] : ['']),
        `For ${nameOf(identity, architecture)}:`,
        '',
        '```json',
        JSON.stringify(
          sampleToken(identity, { issuer, roles: [...new Set(roles)], date }),
          null,
          2,
        ),
        '```',
      ]),
    },
  ];
}

function policyLines({ policies }: Architecture): readonly string[] {
  if (policies.length === 0) return ['Nobody may do anything: there is no policy yet.'];
  return table(
    ['Policy', 'Role', 'Where', 'Operations'],
    policies.map(({ id, role, condition, operations }) => [
      `\`${id}\``,
      plain(role),
      conditionInWords[condition],
      operations.map((operation) => `\`${operation}\``).join(', '),
    ]),
  );
}

function operationLines(architecture: Architecture): readonly string[] {
  const placed = allOperations(architecture);
  if (placed.length === 0) return ['There is no operation yet.'];
  return table(
    ['Operation', 'Request', 'Who', 'Others get'],
    placed.map(({ operation }) => {
      const policies = policiesFor(architecture, operation);
      return [
        `\`${operation.id}\``,
        `\`${operation.method} ${operation.path}\``,
        policies.map(whoMay).join('; '),
        policies.some(isOpen) ? 'nobody else' : refusal(policies, operation.path),
      ];
    }),
  );
}

function whoMay(policy: Policy): string {
  const role = plain(policy.role);
  return policy.condition === 'none'
    ? role
    : `${role}, where ${conditionInWords[policy.condition]}`;
}

/** What belongs to somebody else is not found, so that nobody learns which ids exist. */
function refusal(policies: readonly Policy[], path: string): string {
  const depends = policies.some(({ condition }) => condition !== 'none');
  return depends && path.includes('{')
    ? '401; 403 without the role; 404 where the condition fails'
    : '401; 403 without the role';
}

function openLines(architecture: Architecture): readonly string[] {
  const open = allOperations(architecture).filter(({ operation }) =>
    policiesFor(architecture, operation).some(isOpen),
  );
  return list(
    open.map(({ operation: { id, method, path } }) => `\`${id}\`: \`${method} ${path}\``),
    'Nothing: every operation asks who is calling.',
  );
}

function serviceLines(architecture: Architecture): readonly string[] {
  const services = architecture.identities.filter(({ of }) =>
    architecture.deployables.some(({ id }) => id === of),
  );
  const lines = services.map(
    (identity) =>
      `- ${nameOf(identity, architecture)} proves itself by ${schemeWords[identity.scheme].name}${identity.audience === '' ? '' : `, for \`${identity.audience}\` only`}.`,
  );
  if (lines.length === 0) {
    return architecture.deployables.length === 1
      ? ['There is one deployable, so nothing calls another one.']
      : ['Services do not prove themselves to each other: the network alone keeps strangers out.'];
  }
  return [
    ...lines,
    '',
    'The identity of the person goes along as a token of its own, for the audience of the one called, never as a bare header. Each service asks its policies itself.',
  ];
}

function edgeLines({ edge }: Architecture): readonly string[] {
  return [
    `The ${edge.label} ends TLS, limits how much comes in, and may refuse what brings no proof at all. It never decides:`,
    '',
    '- whether this caller may do this to this record: only the owner of the record knows',
    '- which tenant or which person a request belongs to: that follows from the proof itself, not from a header that the edge sets',
    '- that a request is trusted because it came through the edge: each deployable checks the proof again',
  ];
}

function leakLines({ identities }: Architecture): readonly string[] {
  const used = [...new Set(identities.map(({ scheme }) => scheme))].filter(
    (scheme) => scheme !== 'none',
  );
  const signed = used.some(isToken);
  return [
    ...used.map((scheme) => `- ${schemeWords[scheme].name}: ${schemeWords[scheme].revoked}.`),
    ...(signed ? [leakedKey] : []),
    '- Then look in the audit log for what was done with it, and tell those concerned.',
  ];
}

/** What to do when somebody else can sign. */
const leakedKey =
  '- A signing key: publish a new one, sign with it, take the old one out of the JWKS at once. Everybody signs in again.';

function nameOf({ of }: Identity, architecture: Architecture): string {
  const actor = architecture.actors.find(({ id }) => id === of);
  return plain(actor?.name ?? partNames(architecture).get(of) ?? of);
}
