import type { Identity } from '../../model/system.ts';
import { kebab } from '../names.ts';

/** Who signs tokens, as the contracts say it too; yours has another address. */
export function issuerOf(system: string): string {
  return `https://identity.${kebab(system)}.example`;
}

/** Signatures that are accepted; every other one, "none" before all, is refused. */
export const acceptedAlgorithms = ['ES256', 'RS256'] as const;

/** How far two clocks may differ. */
export const clockToleranceSeconds = 30;

/** What an access token holds (RFC 9068, section 2.2). */
export interface SampleToken {
  readonly header: { readonly alg: 'ES256'; readonly typ: 'at+jwt'; readonly kid: string };
  readonly claims: {
    readonly iss: string;
    readonly sub: string;
    readonly aud: string;
    readonly client_id: string;
    readonly iat: number;
    readonly exp: number;
    readonly jti: string;
    readonly roles?: readonly string[];
  };
}

interface Issuing {
  readonly issuer: string;
  readonly roles: readonly string[];
  /** The day on which it is issued, at 00:00 UTC, as in "2026-11-23". */
  readonly date: string;
}

/** A token as it would be issued. */
export function sampleToken(
  { of, scheme, audience, lifetimeMinutes }: Identity,
  { issuer, roles, date }: Issuing,
): SampleToken {
  const iat = Date.parse(`${date}T00:00:00Z`) / 1000;
  const isPerson = scheme === 'code-with-pkce';
  const client = kebab(of);
  return {
    header: { alg: 'ES256', typ: 'at+jwt', kid: `key-of-${date.slice(0, 7)}` },
    claims: {
      iss: issuer,
      sub: isPerson ? 'person-4711' : client,
      aud: audience,
      client_id: client,
      iat,
      exp: iat + lifetimeMinutes * 60,
      jti: `${client}-0001`,
      ...(isPerson && { roles }),
    },
  };
}
