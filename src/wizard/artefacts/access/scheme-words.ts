import type { Identity } from '../../model/system.ts';

type Scheme = Identity['scheme'];

/** All that has to be said about one way of proving who is calling. */
export interface SchemeWords {
  /** As a name in a table. */
  readonly name: string;
  readonly proof: string;
  /** Where what proves it is kept. */
  readonly kept: string;
  readonly renewed: string;
  readonly revoked: string;
}

/** Sources: RFC 6749 and 9700 (OAuth 2.0), RFC 7636 (PKCE), RFC 9068 (access tokens as JWT), RFC 8705 (mTLS). */
export const schemeWords: Readonly<Record<Scheme, SchemeWords>> = {
  none: {
    name: 'nothing',
    proof: 'nobody is told apart, and limits go by address',
    kept: 'nothing is kept',
    renewed: 'nothing to renew',
    revoked: 'block the address at the edge',
  },
  session: {
    name: 'server session',
    proof: 'a random id of 128 bits in a cookie that is HttpOnly, Secure and SameSite=Lax',
    kept: 'cookie in the browser; the session stands in the database, under the hash of its id',
    renewed: 'a new id at sign-in and at each rise of rights; the time starts anew with use',
    revoked: 'delete the row: it holds from the next request on',
  },
  'code-with-pkce': {
    name: 'OpenID Connect, code + PKCE',
    proof: 'an access token (JWT, RFC 9068) that the identity provider signed',
    kept: 'in the browser’s case on the server, behind a session cookie; in a phone’s keystore; never in browser storage',
    renewed:
      'by a refresh token that changes with every use; a used one that comes back ends them all',
    revoked: 'revoke the refresh token; an access token that is out holds until it expires',
  },
  'api-key': {
    name: 'API key',
    proof: 'a random key of 256 bits in the header X-API-Key',
    kept: 'in the caller’s secret store; here only its hash (SHA-256) and its first characters, to name it',
    renewed: 'two keys are valid side by side, so that a caller changes over without a gap',
    revoked: 'delete the hash: it holds from the next request on',
  },
  'client-credentials': {
    name: 'OAuth client credentials',
    proof: 'an access token (JWT, RFC 9068), fetched with the client’s own secret or key',
    kept: 'token in the memory of the process; the secret in its secret store',
    renewed: 'a new token shortly before the old one ends; there is no refresh token',
    revoked: 'disable the client; a token that is out holds until it expires',
  },
  'service-token': {
    name: 'service token',
    proof: 'an access token of the calling service for exactly one audience',
    kept: 'in the memory of the process',
    renewed: 'by the platform, or as client credentials, shortly before it ends',
    revoked: 'disable the service’s identity; a token that is out holds until it expires',
  },
  mtls: {
    name: 'mutual TLS',
    proof: 'a client certificate of the internal authority, checked with every connection',
    kept: 'key and certificate in the memory or the file system of the workload, never in its image',
    renewed: 'by the mesh or the agent of the authority, at half of its life',
    revoked:
      'take the workload out of the authority; short lives make lists of revoked certificates needless',
  },
};

/** Whether a scheme hands over a signed token. */
export function isToken(scheme: Scheme): boolean {
  return ['code-with-pkce', 'client-credentials', 'service-token'].includes(scheme);
}
