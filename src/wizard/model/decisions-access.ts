import { decision } from './decision-kinds.ts';

/** Who is calling. */
export const accessDecisions = {
  authentication: decision({
    number: 26,
    title: 'Authentication',
    question: 'How does the system know who is calling?',
    simplestBecause:
      'What is open to all needs no proof of who is calling, only a limit on how often.',
    alternatives: {
      none: {
        label: 'no sign-in',
        summary: 'Every operation is open to whoever can reach it, and limits go by address.',
        tradeOff:
          'Nobody can be told apart, so nothing can be private and abuse is limited only by address.',
        revisitWhen: 'something is stored for one person, or a program needs a quota of its own',
        patterns: ['security-patterns/rate-limiting'],
      },
      session: {
        label: 'server session',
        summary:
          'A random id in an HttpOnly, Secure, SameSite cookie; who it belongs to stands in the database.',
        tradeOff:
          'Each request reads the session, forms need protection against forged requests (CSRF), and only browsers use it well.',
        revisitWhen: 'a mobile app, a second deployable, another company or a program calls you',
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
          'Nobody new can sign in while the provider is down, and a token is valid until it expires.',
        revisitWhen: 'programs call you as well',
        patterns: [
          'authentication-and-authorization/openid-connect',
          'authentication-and-authorization/oauth-2-0',
        ],
      },
      'oidc-and-client-credentials': {
        label: 'OpenID Connect for people, client credentials for programs',
        summary:
          'One authorization server: people sign in with code + PKCE, programs exchange their own credentials.',
        tradeOff:
          'Two kinds of token reach the same operations, so every check has to name which kinds it accepts.',
        revisitWhen: 'only people or only programs are left',
        patterns: [
          'authentication-and-authorization/openid-connect',
          'authentication-and-authorization/oauth-2-0',
          'authentication-and-authorization/jwt',
        ],
      },
    },
  }),
} as const;
