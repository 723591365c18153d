import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageSources } from '../../../playground/engines/embedded/policy.ts';
import { pageSources as containerSources } from '../../../playground/engines/webcontainer/policy.ts';
import { buildFrameScript } from '../../../scripts/build-engine.ts';
import { BASE_POLICY, extendPolicy, policyText } from '../../../scripts/csp/policy.ts';
import { bundlePages, variants, type Variant } from './bundle.ts';

/** A page with the engine on it, under the policy that the site gives its own pages. */
export interface HarnessSite {
  readonly origin: string;
  /** Another origin, which an attack would call. */
  readonly evilOrigin: string;
  /** `host:port` of a UDP socket, such as a STUN server has. */
  readonly stun: string;
  /** What arrived at the other origin: paths, and `datagram` for one by UDP. */
  readonly hits: string[];
  /** One for each connection that was opened to it, whether a request followed or not. */
  readonly knocks: string[];
  close(): Promise<void>;
}

interface Policies {
  readonly pattern: string;
  /** Of a page that may start WebContainer; it stands with the headers below. */
  readonly isolated: string;
}

/** The site's own policies, with the engines' additions. */
async function pagePolicies(): Promise<Policies> {
  const { hash } = await buildFrameScript();
  const pattern = extendPolicy(BASE_POLICY, pageSources(hash));
  return {
    pattern: policyText(pattern),
    isolated: policyText(extendPolicy(pattern, containerSources)),
  };
}

const isolatingHeaders = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Where the real service is; a stand-in has another address. */
const containerHost = 'https://stackblitz.com';

function html(variant: Variant, policy: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harness</title>',
    variant === 'weak' ? '' : meta,
    `</head><body><script type="module" src="/${variant}/page.js"></script></body></html>`,
  ].join('');
}

export async function serveHarness(): Promise<HarnessSite> {
  const files = await bundlePages();
  const policies = await pagePolicies();
  const site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const file = files.get(pathname);
    const variant = variants.find((known) => known === searchParams.get('variant')) ?? 'real';
    const isIsolated = searchParams.get('engine') === 'webcontainer';
    const headers = isIsolated && !searchParams.has('bare') ? isolatingHeaders : {};
    const frames = searchParams.get('frames') ?? containerHost;
    const policy = isIsolated ? policies.isolated.replace(containerHost, frames) : policies.pattern;
    const ownScripts: Record<string, string> = {
      '/worker.js': 'postMessage(1);',
      '/script.js': '',
    };
    const own = ownScripts[pathname];
    const script = file ?? (own === undefined ? undefined : Buffer.from(own));
    if (script) response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else {
      response
        .writeHead(200, { ...headers, 'content-type': 'text/html' })
        .end(html(variant, policy));
    }
  });
  const hits: string[] = [];
  const evil = createServer((request, response) => {
    hits.push(request.url ?? '');
    const open = { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' };
    response.writeHead(200, open).end('0');
  });
  const knocks: string[] = [];
  evil.on('connection', ({ remotePort }) => knocks.push(`from port ${remotePort}`));
  evil.on('upgrade', (request, socket) => {
    hits.push(request.url ?? '');
    socket.destroy();
  });
  const udp = createSocket('udp4', () => hits.push('datagram')).unref();
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');
  const [origin, evilOrigin] = await Promise.all([listen(site), listen(evil)]);
  const close = async (): Promise<void> => {
    udp.close();
    await Promise.all([shut(site), shut(evil)]);
  };
  const stun = `127.0.0.1:${udp.address().port}`;
  return { origin, evilOrigin, stun, hits, knocks, close };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

async function shut(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
