import { severalDeployables } from './conditions.ts';
import { all, any, below, chosen, is, not, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Decision 28: how services know each other. */
export const serviceIdentityRules = rulesFor('service-identity', [
  {
    id: 'service-identity/one-deployable',
    when: chosen('style', 'modular-monolith'),
    effect: { kind: 'veto', alternatives: ['audience-token', 'mtls'] },
    because: 'There is one deployable, so no service calls another one.',
    tag: 'F',
    revisitWhen: 'a second deployable appears',
  },
  {
    id: 'service-identity/network-is-no-proof',
    when: severalDeployables,
    effect: { kind: 'score', points: { 'audience-token': 3, mtls: 3 } },
    because:
      'Services call each other, and being in the same network proves nothing: whoever breaks into one of them could call all the others.',
    tag: 'F',
    pattern: 'authentication-and-authorization/zero-trust-security',
  },
  {
    id: 'service-identity/delicate-data',
    when: any(is('dataKinds', 'sensitive'), is('parts', 'own-compliance')),
    effect: { kind: 'score', points: { mtls: 2 } },
    because:
      'Payment or health data, or a part under rules of its own, travels between services: with certificates at both ends a stolen token alone opens nothing.',
    tag: 'C',
    pattern: 'authentication-and-authorization/mtls',
  },
  {
    id: 'service-identity/cluster-renews',
    when: all(severalDeployables, chosen('platform', 'kubernetes')),
    effect: { kind: 'score', points: { mtls: 1 } },
    because: 'A cluster can issue certificates and renew them every day without anybody’s help.',
    tag: 'C',
    pattern: 'authentication-and-authorization/mtls',
  },
  {
    id: 'service-identity/platform-ends-tls',
    when: chosen('platform', 'paas'),
    effect: { kind: 'veto', alternatives: ['mtls'] },
    because:
      'The platform ends TLS before your process, so it never sees the certificate of the caller.',
    tag: 'F',
    pattern: 'authentication-and-authorization/mtls',
    revisitWhen: 'you run on containers of your own',
  },
  {
    id: 'service-identity/too-few-for-certificates',
    when: all(below('engineers', 6), not(chosen('platform', 'kubernetes'))),
    effect: { kind: 'veto', alternatives: ['mtls'] },
    because:
      'Issuing and renewing certificates by machine is a system of its own, and you have {engineers}; by hand one expires on a holiday.',
    tag: 'C',
    pattern: 'authentication-and-authorization/mtls',
    revisitWhen: 'you are six engineers, or the platform renews certificates for you',
  },
  {
    id: 'service-identity/audience',
    when: severalDeployables,
    effect: { kind: 'parameter', name: 'oneAudience', value: 1, for: ['audience-token'] },
    because: 'A token that every service accepts turns the weakest one into a key for all.',
    tag: 'S',
    source: sources.oauthSecurity,
    pattern: 'authentication-and-authorization/jwt',
  },
  {
    id: 'service-identity/short-tokens',
    when: severalDeployables,
    effect: { kind: 'parameter', name: 'serviceTokenMinutes', value: 5, for: ['audience-token'] },
    because: 'A program fetches a new token without effort, so an old one need not live long.',
    tag: 'C',
    pattern: 'authentication-and-authorization/jwt',
  },
  {
    id: 'service-identity/short-certificates',
    when: severalDeployables,
    effect: { kind: 'parameter', name: 'certificateHours', value: 24, for: ['mtls'] },
    because:
      'A certificate that lives a day need not be withdrawn, and renewal is exercised daily.',
    tag: 'C',
    pattern: 'authentication-and-authorization/mtls',
  },
  {
    id: 'service-identity/named-callers',
    when: severalDeployables,
    effect: { kind: 'parameter', name: 'namedCallers', value: 1 },
    because: 'To know who calls is half of it; each service also says who may.',
    tag: 'F',
    pattern: 'authentication-and-authorization/zero-trust-security',
  },
]);
