import { isAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { EntityJson } from '@cedar-policy/cedar-wasm/nodejs';
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import { accessFiles } from '../../../src/wizard/artefacts/access/access-files.ts';
import { recordType } from '../../../src/wizard/artefacts/access/cedar-schema.ts';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import type { Architecture } from '../../../src/wizard/model/architecture.ts';
import type { Operation, Policy } from '../../../src/wizard/model/system.ts';
import { cedarMistakes } from './checks/access.ts';
import { someDesigns } from './designs.ts';
import { patienceMs, runs } from './runs.ts';

/** One design for each distinct set of policies: equal ones need no second look. */
const contexts = [
  ...new Map(
    someDesigns(runs(60, 2500)).map((context) => [policiesIn(context), context] as const),
  ).values(),
];

function textOf(context: RecordContext, path: string): string {
  return accessFiles(context).find((file) => file.path === path)?.text ?? '';
}

function policiesIn(context: RecordContext): string {
  return textOf(context, 'policy.cedar') + textOf(context, 'policy.cedarschema');
}

describe('the policies, which files.test.ts puts to Cedar’s validator', () => {
  it('fail on an attribute that no record has', () => {
    const [context] = contexts;
    if (context === undefined) throw new Error('There is no design.');
    const policies = textOf(context, 'policy.cedar');
    const schema = textOf(context, 'policy.cedarschema');
    expect(cedarMistakes(policies, schema)).toEqual([]);
    expect(cedarMistakes(policies.replaceAll('resource.owner', 'resource.x'), schema)).not.toEqual(
      [],
    );
  });
});

/** A caller with a role and a record, made so that the condition holds, or so that it does not. */
function world(architecture: Architecture, operation: Operation, role: string, holds: boolean) {
  const caller = { type: 'Caller', id: 'ada' };
  const owner = { type: 'Caller', id: holds ? 'ada' : 'bob' };
  const tenant = { type: 'Tenant', id: holds ? 'acme' : 'other' };
  const type = recordType(architecture, operation.capability);
  const conditions = new Set(
    architecture.policies
      .filter(({ operations }) =>
        operations.some((id) =>
          architecture.apis.some((api) =>
            api.operations.some(
              (each) => each.id === id && each.capability === operation.capability,
            ),
          ),
        ),
      )
      .map(({ condition }) => condition),
  );
  const attrs = {
    ...((conditions.has('owner') || conditions.has('relationship')) && {
      owner: { __entity: owner },
    }),
    ...(conditions.has('relationship') && { sharedWith: [] }),
    ...(conditions.has('same-tenant') && { tenant: { __entity: tenant } }),
    ...(conditions.has('attribute') && { department: holds ? 'sales' : 'other' }),
  };
  const entities: EntityJson[] = [
    {
      uid: caller,
      attrs: { tenant: { __entity: { type: 'Tenant', id: 'acme' } }, department: 'sales' },
      parents: [{ type: 'Role', id: role }],
    },
    { uid: { type, id: '1' }, attrs, parents: [] },
  ];
  return { caller, record: { type, id: '1' }, entities };
}

function decide(
  context: RecordContext,
  operation: Operation,
  role: string,
  holds: boolean,
): string {
  const { architecture } = context;
  const { caller, record, entities } = world(architecture, operation, role, holds);
  const answer = isAuthorized({
    principal: caller,
    action: { type: 'Action', id: operation.id },
    resource: record,
    context: {},
    schema: textOf(context, 'policy.cedarschema'),
    validateRequest: true,
    policies: { staticPolicies: textOf(context, 'policy.cedar') },
    entities,
  });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  expect(answer.response.diagnostics.errors).toEqual([]);
  return answer.response.decision;
}

describe('a request, as Cedar decides it', () => {
  const step = Math.ceil(contexts.length / runs(12, 200));
  const chosen = contexts.filter((_, index) => index % step === 0);

  const cases = chosen.flatMap((context) => {
    const operations = context.architecture.apis.flatMap((api) => api.operations);
    return context.architecture.policies.flatMap((policy) => {
      const operation = operations.find(({ id }) => policy.operations.includes(id));
      return operation === undefined ? [] : [{ context, policy, operation }];
    });
  });

  const covering = ({ policies }: Architecture, { id }: Operation): readonly Policy[] =>
    policies.filter(({ operations }) => operations.includes(id));

  it(
    'is allowed to the role of a policy where its condition holds',
    () => {
      expect(cases.length).toBeGreaterThan(100);
      for (const { context, policy, operation } of cases) {
        expect(decide(context, operation, policy.role, true)).toBe('allow');
      }
    },
    patienceMs,
  );

  it(
    'is refused to the same role where the condition fails, unless another policy needs none',
    () => {
      for (const { context, policy, operation } of cases) {
        if (policy.condition === 'none') continue;
        const others = covering(context.architecture, operation).filter(
          ({ role, condition }) =>
            condition === 'none' && (role === policy.role || role === 'anybody'),
        );
        const expected = others.length > 0 ? 'allow' : 'deny';
        expect(decide(context, operation, policy.role, false)).toBe(expected);
      }
    },
    patienceMs,
  );

  it(
    'is refused to everybody else, unless it is open to all',
    () => {
      for (const { context, operation } of cases) {
        const isOpen = covering(context.architecture, operation).some(
          ({ role }) => role === 'anybody',
        );
        const expected = isOpen ? 'allow' : 'deny';
        expect(decide(context, operation, 'nobody in particular', true)).toBe(expected);
      }
    },
    patienceMs,
  );
});

interface Sample {
  readonly header: { readonly alg: string; readonly typ: string; readonly kid: string };
  readonly claims: JWTPayload & { readonly iss: string; readonly aud: string };
}

/** What auth.md says about tokens: its samples, and its rules. */
function readRules(text: string) {
  const samples = [...text.matchAll(/^```json\n([\s\S]+?)\n```$/gmu)].map(
    ([, json = '']) => JSON.parse(json) as Sample,
  );
  return {
    samples,
    issuer: /`iss` is exactly `([^`]+)`/u.exec(text)?.[1] ?? '',
    algorithms: (/signature is by ([\w ]+) and a key/u.exec(text)?.[1] ?? '').split(' and '),
    typ: /`typ` is `([^`]+)`/u.exec(text)?.[1] ?? '',
    toleranceSeconds: Number(/clocks may differ by (\d+) s/u.exec(text)?.[1]),
  };
}

describe('a token as auth.md says, by jose', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const texts = [...new Set(contexts.map((context) => textOf(context, 'auth.md')))]
    .filter((text) => text.includes('```json'))
    .slice(0, 20);

  const sign = ({ header, claims }: Sample, change: Partial<JWTPayload> = {}) =>
    new SignJWT({ ...claims, ...change }).setProtectedHeader(header).sign(privateKey);

  async function verify(token: string, sample: Sample, rules: ReturnType<typeof readRules>) {
    const jwk = { ...(await exportJWK(publicKey)), kid: sample.header.kid };
    return jwtVerify(token, createLocalJWKSet({ keys: [jwk] }), {
      issuer: rules.issuer,
      audience: sample.claims.aud,
      typ: rules.typ,
      algorithms: rules.algorithms,
      clockTolerance: rules.toleranceSeconds,
      currentDate: new Date(((sample.claims.iat ?? 0) + 60) * 1000),
    });
  }

  it('verifies', async () => {
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) {
      const rules = readRules(text);
      expect(rules.samples.length).toBeGreaterThan(0);
      for (const sample of rules.samples) {
        const { payload } = await verify(await sign(sample), sample, rules);
        expect(payload.aud).toBe(sample.claims.aud);
      }
    }
  });

  it('does not for another audience, once expired, from another issuer, or as another kind of token', async () => {
    for (const text of texts) {
      const rules = readRules(text);
      for (const sample of rules.samples) {
        const iat = sample.claims.iat ?? 0;
        const wrong = [
          await sign(sample, { aud: 'elsewhere' }),
          await sign(sample, { exp: iat - 60 }),
          await sign(sample, { iss: 'https://evil.example' }),
          await sign({ ...sample, header: { ...sample.header, typ: 'JWT' } }),
        ];
        for (const token of wrong) await expect(verify(token, sample, rules)).rejects.toThrow();
      }
    }
  });

  it('lives as long as the table says', () => {
    for (const context of contexts.slice(0, 100)) {
      const { samples } = readRules(textOf(context, 'auth.md'));
      const lives = context.architecture.identities.map(
        ({ lifetimeMinutes }) => lifetimeMinutes * 60,
      );
      for (const { claims } of samples) {
        expect(lives).toContain((claims.exp ?? 0) - (claims.iat ?? 0));
      }
    }
  });
});
