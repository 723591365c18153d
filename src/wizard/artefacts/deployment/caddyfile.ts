import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { routesOf } from './routes.ts';
import { port } from './settings.ts';

/** A path and all below it, and no longer word that begins alike. */
function opening(prefix: string): readonly string[] {
  if (prefix === '/') return ['\thandle {'];
  const name = `@${prefix.slice(1)}`;
  return [`\t${name} path ${prefix} ${prefix}/*`, `\thandle ${name} {`];
}

/** The edge where no platform brings one: Caddy, with the routes of this design. */
export function caddyfile(context: RecordContext): GeneratedFile {
  const { connections, edge } = context.architecture;
  const patience = connections.find((each) => each.kind === 'sync' && each.from === edge.id);
  const waitMs = patience?.kind === 'sync' ? patience.timeoutMs : 30_000;
  const lines = routesOf(context).flatMap(({ prefix, deployable }) => [
    ...opening(prefix),
    `\t\treverse_proxy ${deployable}:${port} {`,
    '\t\t\tlb_policy least_conn',
    '\t\t\thealth_uri /health/ready',
    '\t\t\thealth_interval 5s',
    '\t\t\ttransport http {',
    `\t\t\t\tresponse_header_timeout ${waitMs}ms`,
    '\t\t\t}',
    '\t\t}',
    '\t}',
  ]);
  return {
    path: 'edge/Caddyfile',
    text: [
      '# The edge. Made from: the decision on the edge and the paths of the public APIs.',
      '# Not machine-checked. Replace ":80" by your host name, and Caddy gets a certificate for it.',
      ':80 {',
      ...lines,
      '}',
      '',
    ].join('\n'),
    checkedBy: 'not machine-checked',
    madeFrom: 'edge (10), public api (4)',
  };
}
