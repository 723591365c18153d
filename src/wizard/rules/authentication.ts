import { machinesCall, onlyPublicData, peopleSignIn, severalDeployables } from './conditions.ts';
import { all, any, is, not, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Where people sign in at a provider. */
const withSignIn = ['oidc', 'oidc-and-client-credentials'] as const;

/** Decision 26: how the system knows who is calling. */
export const authenticationRules = rulesFor('authentication', [
  {
    id: 'authentication/people',
    when: peopleSignIn,
    effect: { kind: 'score', points: { session: 3, oidc: 3 } },
    because:
      'People sign in. For one web app a session cookie is the smallest thing that works: it can be ended at once, and scripts cannot read it.',
    tag: 'F',
    pattern: 'authentication-and-authorization/session-management',
  },
  {
    id: 'authentication/people-and-machines',
    when: all(peopleSignIn, machinesCall),
    effect: { kind: 'require', alternative: 'oidc-and-client-credentials' },
    because:
      'People and programs both call you: a person signs in at a provider, a program has nobody who could and exchanges its own credentials.',
    tag: 'F',
    pattern: 'authentication-and-authorization/oauth-2-0',
  },
  {
    id: 'authentication/machines-only',
    when: all(machinesCall, not(peopleSignIn), not(onlyPublicData)),
    effect: { kind: 'require', alternative: 'client-credentials' },
    because:
      'Only programs call you and the data is not public: tokens that live minutes limit what a stolen one can do, and a key lives until somebody replaces it.',
    tag: 'F',
    pattern: 'authentication-and-authorization/oauth-2-0',
  },
  {
    id: 'authentication/machines-public-data',
    when: all(machinesCall, not(peopleSignIn), onlyPublicData),
    effect: { kind: 'score', points: { 'api-keys': 3 } },
    because: 'Only programs call you and the data is public, so a key that counts usage is enough.',
    tag: 'C',
    pattern: 'authentication-and-authorization/api-keys',
  },
  {
    id: 'authentication/mobile',
    when: all(peopleSignIn, not(machinesCall), is('clients', 'mobile')),
    effect: { kind: 'require', alternative: 'oidc' },
    because:
      'A mobile app must not see passwords: the person signs in in the browser of the phone, and the app gets a code that only it can exchange (PKCE).',
    tag: 'S',
    source: sources.oauthNativeApps,
    pattern: 'authentication-and-authorization/openid-connect',
  },
  {
    id: 'authentication/company-sign-on',
    when: all(peopleSignIn, not(machinesCall), is('signIn', 'company-sso')),
    effect: { kind: 'require', alternative: 'oidc' },
    because:
      'Companies sign in with their own directory, and OpenID Connect is how it vouches for a person.',
    tag: 'F',
    pattern: 'authentication-and-authorization/sso-integration',
  },
  {
    id: 'authentication/several-deployables',
    when: all(peopleSignIn, severalDeployables),
    effect: { kind: 'score', points: { oidc: 3 } },
    because:
      'Several deployables have to know who is calling; each can check a signed token by itself, but a session lives in one of them.',
    tag: 'F',
    pattern: 'authentication-and-authorization/jwt',
  },
  {
    id: 'authentication/staff',
    when: is('signIn', 'staff'),
    effect: { kind: 'score', points: { oidc: 2 } },
    because: 'Your staff have accounts in a directory, and access has to end when somebody leaves.',
    tag: 'F',
    pattern: 'authentication-and-authorization/sso-integration',
  },
  {
    id: 'authentication/sensitive-data',
    when: all(peopleSignIn, is('dataKinds', 'sensitive')),
    effect: { kind: 'score', points: { oidc: 2 } },
    because:
      'For payment or health data a provider brings a second factor that you need not build.',
    tag: 'C',
  },
  {
    id: 'authentication/open-operations',
    when: all(is('signIn', 'public'), any(peopleSignIn, machinesCall)),
    effect: { kind: 'parameter', name: 'openOperations', value: 1 },
    because:
      'Parts are open to all, and what is open by an oversight looks the same as what is open on purpose.',
    tag: 'F',
  },
  {
    id: 'authentication/pkce',
    when: all(),
    effect: { kind: 'parameter', name: 'pkce', value: 1, for: withSignIn },
    because:
      'A code that somebody else gets hold of is worthless without the secret of its request.',
    tag: 'S',
    source: sources.oauthSecurity,
    pattern: 'authentication-and-authorization/oauth-2-0',
  },
  {
    id: 'authentication/rotation',
    when: is('clients', 'mobile'),
    effect: { kind: 'parameter', name: 'rotateRefreshTokens', value: 1, for: withSignIn },
    because:
      'An app on a phone cannot keep a secret, so a refresh token that is used twice gives the thief away.',
    tag: 'S',
    source: sources.oauthSecurity,
    pattern: 'authentication-and-authorization/oauth-2-0',
  },
  {
    id: 'authentication/outside-the-browser',
    when: is('clients', 'web'),
    effect: { kind: 'parameter', name: 'tokensOutsideBrowser', value: 1, for: withSignIn },
    because: 'What a script in the page can read, a foreign script in the page can send away.',
    tag: 'F',
    pattern: 'authentication-and-authorization/session-management',
  },
  {
    id: 'authentication/short-tokens',
    when: all(),
    effect: {
      kind: 'parameter',
      name: 'accessTokenMinutes',
      value: 10,
      for: [...withSignIn, 'client-credentials'],
    },
    because: 'A signed token cannot be called back, so it has to end by itself.',
    tag: 'C',
    pattern: 'authentication-and-authorization/jwt',
  },
  {
    id: 'authentication/idle-session',
    when: all(),
    effect: { kind: 'parameter', name: 'sessionIdleMinutes', value: 30, for: ['session'] },
    because: 'Somebody walks away from a shared machine without signing out.',
    tag: 'C',
    pattern: 'authentication-and-authorization/session-management',
  },
  {
    id: 'authentication/key-life',
    when: all(),
    effect: { kind: 'parameter', name: 'apiKeyDays', value: 90, for: ['api-keys'] },
    because: 'A key that is replaced on a schedule can also be replaced in a hurry.',
    tag: 'C',
    pattern: 'authentication-and-authorization/api-keys',
  },
  {
    id: 'authentication/second-factor',
    when: all(peopleSignIn, is('dataKinds', 'sensitive')),
    effect: { kind: 'parameter', name: 'secondFactor', value: 1 },
    because: 'You have {dataKinds}, and passwords are reused and leak elsewhere.',
    tag: 'F',
    pattern: 'authentication-and-authorization/openid-connect',
  },
]);
