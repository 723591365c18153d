import type { Architecture } from '../../model/architecture.ts';
import type { Identity, Operation } from '../../model/system.ts';
import { capabilityOf, isOpen, isRead, policyOf, slugOf } from './contract.ts';
import type { Contract } from './contract.ts';
import type { JsonObject } from './json.ts';

type Scheme = Identity['scheme'];

const names: Readonly<Record<Exclude<Scheme, 'none'>, string>> = {
  session: 'session',
  'code-with-pkce': 'person',
  'api-key': 'apiKey',
  'client-credentials': 'program',
  'service-token': 'service',
  mtls: 'certificate',
};

/** The ways to say who is calling that this API takes, each once. */
export function schemesOf({ api, system }: Contract): readonly Identity[] {
  const actors = new Set(system.actors.map(({ id }) => id));
  const outside = api.audience === 'public';
  const taken = new Set<Scheme>(['none']);
  return system.identities.filter(({ of, scheme }) => {
    if (actors.has(of) !== outside || taken.has(scheme)) return false;
    taken.add(scheme);
    return true;
  });
}

/** The security schemes of the API's components. */
export function securitySchemes(contract: Contract): JsonObject {
  return Object.fromEntries(
    schemesOf(contract).map((identity) => [nameOf(identity), schemeOf(identity, contract)]),
  );
}

/** Who may call an operation: one of the schemes, with its scope or role. */
export function securityOf(operation: Operation, contract: Contract): readonly JsonObject[] {
  const { system } = contract;
  if (isOpen(system, operation)) return [];
  const scope = scopeOf(operation, system);
  const { role } = policyOf(system, operation);
  return schemesOf(contract).map((identity) => ({
    [nameOf(identity)]: [hasScopes(identity) ? scope : role],
  }));
}

/** As in "orders:write". */
export function scopeOf(operation: Operation, system: Architecture): string {
  const { resource } = capabilityOf(system, operation);
  return `${resource.plural}:${isRead(operation) ? 'read' : 'write'}`;
}

/** Whether a browser sends the proof by itself, so that another site could make it do so. */
export function needsForgeryToken(operation: Operation, contract: Contract): boolean {
  const session = schemesOf(contract).some(({ scheme }) => scheme === 'session');
  return session && !isRead(operation) && !isOpen(contract.system, operation);
}

function hasScopes({ scheme }: Identity): boolean {
  return scheme === 'code-with-pkce' || scheme === 'client-credentials';
}

function nameOf({ scheme }: Identity): string {
  return scheme === 'none' ? 'none' : names[scheme];
}

function schemeOf({ scheme, audience, lifetimeMinutes }: Identity, contract: Contract): JsonObject {
  const issuer = `https://identity.${slugOf(contract.system)}.example`;
  const token = `a token for the audience "${audience}" that lives ${lifetimeMinutes} minutes`;
  switch (scheme) {
    case 'none':
      return {};
    case 'session':
      return {
        type: 'apiKey',
        in: 'cookie',
        name: '__Host-session',
        description: `The id of a session that ends after ${lifetimeMinutes} minutes: HttpOnly, Secure, SameSite=Lax.`,
      };
    case 'code-with-pkce':
      return {
        type: 'oauth2',
        description: `A person signs in: authorization code with PKCE (RFC 9700), ${token}.`,
        flows: {
          authorizationCode: {
            authorizationUrl: `${issuer}/authorize`,
            tokenUrl: `${issuer}/token`,
            scopes: scopes(contract),
          },
        },
      };
    case 'client-credentials':
      return {
        type: 'oauth2',
        description: `A program presents credentials of its own and gets ${token}.`,
        flows: { clientCredentials: { tokenUrl: `${issuer}/token`, scopes: scopes(contract) } },
      };
    case 'api-key':
      return {
        type: 'apiKey',
        in: 'header',
        name: 'X-API-Key',
        description: 'One key per calling system, kept as a hash and replaced on a schedule.',
      };
    case 'service-token':
      return {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: `A service presents ${token}.`,
      };
    case 'mtls':
      return { type: 'mutualTLS', description: 'A service presents a certificate of its own.' };
  }
}

function scopes({ api, system }: Contract): JsonObject {
  const guarded = api.operations.filter((operation) => !isOpen(system, operation));
  return Object.fromEntries(
    guarded.map((operation) => {
      const { name } = capabilityOf(system, operation);
      return [scopeOf(operation, system), `${isRead(operation) ? 'Read' : 'Change'} ${name}.`];
    }),
  );
}
