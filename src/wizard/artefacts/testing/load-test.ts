import { peakRate } from '../../model/measures.ts';
import type { Identity, Operation, Slo } from '../../model/system.ts';
import { allOperations, capabilityOf } from '../find-in-model.ts';
import type { Architecture } from '../../model/architecture.ts';
import type { RecordContext } from '../adr.ts';
import type { JsonObject } from '../contracts/json.ts';
import { requestBody } from './request-body.ts';

/** A load test for k6 (https://grafana.com/docs/k6): the answered peak, the promised limits. */
export function loadTest({ architecture, solution }: RecordContext): string {
  const { peakNow, readsPerWrite, p95Ms } = solution.facts;
  const peak = Math.max(1, peakRate(solution.facts));
  const now = Math.max(1, Math.min(peakNow, peak));
  const users = Math.min(5000, Math.max(10, Math.ceil((peak * p95Ms * 1.5) / 1000)));
  const requests = requestsOf(architecture);
  const readShare = readsPerWrite / (readsPerWrite + 1);
  const settings = {
    now: `Math.ceil(${now} / generators)`,
    peak: `Math.ceil(${peak} / generators)`,
    users: `Math.ceil(${users} / generators)`,
  };
  return [
    ...head,
    '',
    '/** How many machines run this file at the same time; one of them sends some ten thousand requests a second. */',
    'const generators = Number(__ENV.GENERATORS ?? 1);',
    "const base = __ENV.BASE_URL ?? 'http://localhost:8080';",
    '',
    'export const options = {',
    '  scenarios: {',
    '    peak: {',
    "      executor: 'ramping-arrival-rate',",
    `      startRate: 1,`,
    "      timeUnit: '1s',",
    '      // Little’s law: requests a second × how long one takes, and half as many again.',
    `      preAllocatedVUs: ${settings.users},`,
    '      stages: [',
    `        { target: ${settings.now}, duration: '2m' }, // the peak of today`,
    `        { target: ${settings.now}, duration: '5m' },`,
    `        { target: ${settings.peak}, duration: '5m' }, // the peak in a year`,
    `        { target: ${settings.peak}, duration: '15m' },`,
    "        { target: 0, duration: '1m' },",
    '      ],',
    '    },',
    '  },',
    '  thresholds: {',
    ...thresholds(architecture, requests).map((line) => `    ${line}`),
    '  },',
    '};',
    '',
    '/**',
    ' * @typedef {{ name: string, deployable: string, method: string, path: string, isRead: boolean,',
    ' *   keyed: boolean, expected: number, body: object | null }} Call',
    ' */',
    '',
    '/** @type {Call[]} */',
    `const calls = ${JSON.stringify(requests, null, 2)};`,
    '',
    '/**',
    ' * An id that exists, for each name in a path, as in ORDER_ID=…: the test makes none up.',
    ' * @type {Record<string, string>}',
    ' */',
    `const ids = ${JSON.stringify(idDefaults(architecture, requests), null, 2)};`,
    '',
    ...credentialLines(publicIdentity(architecture)),
    '',
    ...runLines(readShare),
    '',
  ].join('\n');
}

const head = [
  '// Made from the operations, the promises (SLOs) and the answered peak of this design.',
  '// Run: k6 run --env BASE_URL=https://staging.example.com tests/load.js',
  '// A threshold that is missed makes k6 end with an error, so a pipeline can stop on it.',
  "import { check } from 'k6';",
  "import http from 'k6/http';",
] as const;

interface Call {
  readonly name: string;
  readonly deployable: string;
  readonly method: string;
  readonly path: string;
  readonly isRead: boolean;
  readonly keyed: boolean;
  readonly expected: number;
  readonly body: JsonObject | null;
}

/** What comes in from outside as HTTP, without what needs the ETag of a version that was read before. */
export function requestsOf(architecture: Architecture): readonly Call[] {
  return allOperations(architecture)
    .filter(({ api, operation }) => {
      return api.audience === 'public' && api.form === 'rest' && !needsVersion(operation);
    })
    .map(({ api, operation }) => callOf(operation, api.deployable, architecture));
}

function needsVersion({ kind }: Operation): boolean {
  return kind === 'update' || kind === 'remove';
}

function callOf(operation: Operation, deployable: string, architecture: Architecture): Call {
  const { id, method, path, repeatable, capability, kind, later } = operation;
  const { resource } = capabilityOf(architecture, capability);
  const isRead = method === 'GET';
  return {
    name: id,
    deployable,
    method,
    path,
    isRead,
    keyed: repeatable === 'key',
    expected: later ? 202 : kind === 'create' ? 201 : 200,
    body: requestBody(operation, resource) ?? null,
  };
}

/** One line for each promise of a deployable that is called here. */
function thresholds({ slos }: Architecture, calls: readonly Call[]): readonly string[] {
  const asked = new Set(calls.map(({ deployable }) => deployable));
  const promised = slos.filter(({ deployable }) => asked.has(deployable)).map(thresholdLine);
  return [
    ...promised,
    '// More users than planned for were busy: the system was slower than it promises, or the test too small.',
    "dropped_iterations: ['count<1'],",
  ];
}

function thresholdLine({ indicator, deployable, objectivePercent, thresholdMs, id }: Slo): string {
  const tag = `{deployable:${deployable}}`;
  if (indicator === 'availability' || thresholdMs === undefined) {
    const allowed = Number(((100 - objectivePercent) / 100).toFixed(6));
    return `'http_req_failed${tag}': [{ threshold: 'rate<${allowed}', abortOnFail: true, delayAbortEval: '2m' }], // ${id}`;
  }
  return `'http_req_duration${tag}': ['p(${objectivePercent})<${thresholdMs}'], // ${id}`;
}

function idDefaults(
  architecture: Architecture,
  calls: readonly Call[],
): Readonly<Record<string, string>> {
  const names = new Set(
    calls.flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name)),
  );
  const examples = new Map(
    architecture.capabilities.flatMap(({ resource }) =>
      resource.fields
        .filter(({ type }) => type === 'id')
        .map(({ name, example }) => [name, String(example)] as const),
    ),
  );
  return Object.fromEntries(
    [...names].map((name) => [name, examples.get(name) ?? examples.get('id') ?? '1']),
  );
}

function publicIdentity({ identities, actors }: Architecture): Identity | undefined {
  const [actor] = actors;
  return identities.find(({ of }) => of === actor?.id);
}

/** How the test proves who it is: what it needs comes from outside and stands in no file. */
function credentialLines(identity: Identity | undefined): readonly string[] {
  return [
    '/** @type {Record<string, string>} */',
    `const credentials = ${credentialsOf(identity)};`,
  ];
}

function credentialsOf(identity: Identity | undefined): string {
  switch (identity?.scheme) {
    case 'session':
      return "{ Cookie: __ENV.COOKIE ?? '' }";
    case 'api-key':
      return "{ 'X-API-Key': __ENV.API_KEY ?? '' }";
    case 'code-with-pkce':
    case 'client-credentials':
    case 'service-token':
      return "{ Authorization: `Bearer ${__ENV.TOKEN ?? ''}` }";
    case undefined:
    case 'none':
    case 'mtls':
      return '{}';
  }
}

function runLines(readShare: number): readonly string[] {
  return [
    'const reads = calls.filter(({ isRead }) => isRead);',
    'const writes = calls.filter(({ isRead }) => !isRead);',
    '',
    '/** Reads and writes in the answered ratio. */',
    'function nextCall() {',
    `  const wantsRead = Math.random() < ${Number(readShare.toFixed(4))};`,
    '  const from = (wantsRead && reads.length > 0) || writes.length === 0 ? reads : writes;',
    '  return from[Math.floor(Math.random() * from.length)];',
    '}',
    '',
    'export default function () {',
    '  const call = nextCall();',
    '  if (call === undefined) return;',
    '  const path = call.path.replace(/\\{(\\w+)\\}/g, (whole, name) => {',
    "    return __ENV[name.replace(/([A-Z])/g, '_$1').toUpperCase()] ?? ids[name] ?? whole;",
    '  });',
    '  /** @type {Record<string, string>} */',
    "  const headers = { ...credentials, 'Content-Type': 'application/json' };",
    "  if (call.keyed) headers['Idempotency-Key'] = `${__VU}-${__ITER}-${Date.now()}`;",
    '  const body = call.body === null ? null : JSON.stringify(call.body);',
    '  const response = http.request(call.method, base + path, body, {',
    '    headers,',
    '    tags: { name: call.name, deployable: call.deployable },',
    '  });',
    '  check(response, { [`${call.name} answers ${call.expected}`]: (r) => r.status === call.expected });',
    '}',
  ];
}
