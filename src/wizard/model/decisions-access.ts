import { decision } from './decision-kinds.ts';

/** Who is calling. */
export const accessDecisions = {
  authentication: decision({
    number: 26,
    title: 'Authentication',
    question: 'How does the system know who is calling?',
    simplestBecause:
      'A session cookie is the smallest thing that works for one web app: it can be ended at once, and scripts cannot read it.',
    alternatives: {
      session: {
        label: 'server session',
        summary:
          'A random id in an HttpOnly, Secure, SameSite cookie; who it belongs to stands in the database.',
        tradeOff:
          'Each request reads the session, forms need protection against forged requests (CSRF), and only browsers use it well.',
        revisitWhen: 'a mobile app, a second deployable, another company or a machine calls you',
        patterns: [
          'authentication-and-authorization/session-management',
          'security-patterns/csrf-protection',
        ],
      },
      'api-keys': {
        label: 'API keys',
        summary:
          'A long random key per calling system, stored as a hash and replaced on a schedule.',
        tradeOff:
          'A key proves which system is calling, never which person, and whoever finds it can use it.',
        revisitWhen: 'the data is no longer public, or keys turn up in logs',
        patterns: ['authentication-and-authorization/api-keys'],
      },
      'client-credentials': {
        label: 'OAuth client credentials',
        summary:
          'Each calling system exchanges its own credentials for a token that lives minutes.',
        tradeOff: 'An authorization server has to be run or rented.',
        revisitWhen: 'a person signs in',
        patterns: [
          'authentication-and-authorization/oauth-2-0',
          'authentication-and-authorization/jwt',
        ],
      },
      oidc: {
        label: 'OpenID Connect, code + PKCE',
        summary:
          'People sign in at an identity provider; tokens stay on the server or in the keystore of the phone, never in browser storage.',
        tradeOff:
          'Nobody new can sign in while the provider is down, and tokens are valid until they expire.',
        revisitWhen: 'machines call you as well',
        patterns: [
          'authentication-and-authorization/openid-connect',
          'authentication-and-authorization/oauth-2-0',
        ],
      },
      'oidc-and-client-credentials': {
        label: 'OpenID Connect for people, client credentials for machines',
        summary:
          'One authorization server: people sign in with code + PKCE, machines exchange their own credentials.',
        tradeOff:
          'Two kinds of token reach the same operations, so every check has to name which kinds it accepts.',
        revisitWhen: 'only people or only machines are left',
        patterns: [
          'authentication-and-authorization/openid-connect',
          'authentication-and-authorization/oauth-2-0',
          'authentication-and-authorization/jwt',
        ],
      },
    },
  }),
} as const;
