import type { Identity } from '../../model/system.ts';
import type { RecordContext } from '../adr.ts';
import { routesOf } from '../deployment/routes.ts';
import type { GeneratedFile } from '../files.ts';
import { yamlFile } from '../yaml.ts';

/** The largest body that the gateway passes on; files go to a store of files by a signed address. */
const largestBodyBytes = 1_048_576;

/** Where a gateway was decided: what it checks, counts and passes on, for any product. */
export function gatewayFiles(context: RecordContext): readonly GeneratedFile[] {
  const { solution, architecture } = context;
  if (architecture.edge.kind !== 'gateway') return [];
  const value = {
    version: 1,
    runs: {
      replicasAtLeast: Math.max(2, solution.decisions.platform.parameters.minimumReplicas ?? 1),
      configuration: 'from this file, reviewed and rolled out like code; nothing is set by hand',
      businessLogic: 'none',
    },
    requests: {
      largestBodyBytes,
      removes: ['X-Forwarded-For', 'X-Caller', 'X-Tenant', 'Forwarded'],
      sets: ['X-Forwarded-For', 'traceparent, where it is missing'],
    },
    tokens: tokensOf(architecture.identities),
    limits: limitsOf(context),
    routes: routesOf(context).map((route) => routeOf(route, context)),
  };
  return [
    {
      path: 'edge/gateway.yaml',
      text: yamlFile(value, head),
      checkedBy: 'model check',
      madeFrom: 'edge (10), authentication (26), rate limiting (29), public api (4)',
    },
  ];
}

const head = [
  'What the gateway does, in words that fit any product. Made from: the edge, the limits and the',
  'identities of this design. Each service checks the token and the rights again: the gateway only',
  'turns away early what cannot be let in. Sizes are our convention: measure, then adjust.',
];

/** Who can be told by a token, and what is checked before anything is passed on. */
function tokensOf(identities: readonly Identity[]): object | null {
  const bearers = identities.filter(({ scheme }) =>
    ['code-with-pkce', 'client-credentials'].includes(scheme),
  );
  if (bearers.length === 0) return null;
  return {
    issuer: 'https://identity.your-system.example',
    audience: 'api',
    algorithms: ['ES256', 'RS256'],
    clocksMayDifferSeconds: 30,
    keys: { keptMinutes: 10, unknownKeyFetchesAtMostEverySeconds: 60, whenIssuerIsDown: 'kept' },
    refusedWith: { status: 401, header: 'WWW-Authenticate' },
    passedOn: 'the token as it came, so that each service checks it again',
  };
}

function limitsOf({ solution, architecture }: RecordContext): readonly object[] {
  const { quotaDays, countAlone } = solution.decisions['rate-limiting'].parameters;
  return architecture.rateLimits
    .filter(({ where }) => where !== 'service')
    .map(({ of, perSecond, burst, concurrent }) => ({
      of,
      perSecond,
      burst,
      concurrent,
      whenOver: { status: 429, header: 'Retry-After' },
      ...(of === 'tenant' && {
        countedIn: 'one store for all replicas of the gateway',
        whenCounterIsDown:
          countAlone === 1 ? 'each replica counts by itself' : 'nothing is counted',
        ...(quotaDays !== undefined && {
          quota: { days: quotaDays, amount: 'as sold', told: 'in each answer', whenUsedUp: 429 },
        }),
      }),
    }));
}

function routeOf(
  { prefix, deployable }: { readonly prefix: string; readonly deployable: string },
  { architecture: { apis, connections, edge, policies } }: RecordContext,
): object {
  const call = connections.find(({ from, to }) => from === edge.id && to === deployable);
  const open = new Set(policies.filter(({ role }) => role === 'anybody').map(({ id }) => id));
  const operations = apis
    .filter((api) => api.deployable === deployable)
    .flatMap((api) => api.operations)
    .filter(({ path }) => prefix === '/' || path === prefix || path.startsWith(`${prefix}/`));
  return {
    path: prefix,
    to: deployable,
    timeoutMs: call?.kind === 'sync' ? call.timeoutMs : 0,
    repeats: 'nothing: the layer behind it may',
    operations: operations.map(({ id, method, policy }) => ({
      operation: id,
      method,
      token: open.has(policy) ? 'not needed' : 'needed',
    })),
  };
}
