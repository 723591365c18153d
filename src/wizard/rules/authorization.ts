import { machinesCall, providerSignsIn, severalDeployables } from './conditions.ts';
import { all, chosen, is, not, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

const nobodyIsKnown = chosen('authentication', 'none');

/** Decision 27: what a caller may do. */
export const authorizationRules = rulesFor('authorization', [
  {
    id: 'authorization/nobody-is-known',
    when: nobodyIsKnown,
    effect: { kind: 'veto', alternatives: ['roles', 'attributes', 'relationships'] },
    because: 'Nobody has to say who they are, so nobody can have rights of their own.',
    tag: 'F',
    revisitWhen: 'people or programs sign in',
  },
  {
    id: 'authorization/by-role',
    when: is('rights', 'roles'),
    effect: { kind: 'score', points: { roles: 3, attributes: 3, relationships: 3 } },
    because: 'You want {rights}: some callers may do what others may not.',
    tag: 'F',
    pattern: 'authentication-and-authorization/rbac',
  },
  {
    id: 'authorization/by-policy',
    when: is('rights', 'policy'),
    effect: { kind: 'require', alternative: 'attributes' },
    because:
      'You want {rights}: who, what, where and when are weighed together, and that belongs in a policy that can be read and tested apart from the code.',
    tag: 'F',
    pattern: 'authentication-and-authorization/abac',
  },
  {
    id: 'authorization/by-object',
    when: is('rights', 'per-object'),
    effect: { kind: 'require', alternative: 'relationships' },
    because:
      'You want {rights}: who owns it and whom it is shared with is data of its own, and a role cannot say it.',
    tag: 'F',
    pattern: 'authentication-and-authorization/abac',
  },
  {
    id: 'authorization/staff-and-customers',
    when: all(is('signIn', 'consumers'), is('signIn', 'staff'), is('rights', 'same')),
    effect: { kind: 'score', points: { roles: 3, attributes: 3, relationships: 3 } },
    because:
      'Your staff and your customers sign in to the same system, and no customer may do what a clerk may.',
    tag: 'C',
    pattern: 'authentication-and-authorization/rbac',
  },
  {
    id: 'authorization/delicate-data',
    when: all(is('dataKinds', 'sensitive', 'provable'), is('rights', 'roles')),
    effect: { kind: 'score', points: { attributes: 2 } },
    because:
      'You have {dataKinds}: with roles alone every clerk reads every record, and an auditor asks why this one was read.',
    tag: 'C',
    pattern: 'authentication-and-authorization/abac',
  },
  {
    id: 'authorization/refuse-by-default',
    when: not(nobodyIsKnown),
    effect: { kind: 'parameter', name: 'denyByDefault', value: 1 },
    because: 'An operation for which somebody forgot to write a rule must not be open.',
    tag: 'F',
    pattern: 'security-patterns/api-security',
  },
  {
    id: 'authorization/each-object',
    when: not(nobodyIsKnown),
    effect: { kind: 'parameter', name: 'objectChecks', value: 1 },
    because:
      'Whoever may read one order can try the number of the next: each operation that takes an id has to ask whether this caller may use that very object.',
    tag: 'S',
    source: sources.objectLevelAuthorization,
    pattern: 'security-patterns/api-security',
  },
  {
    id: 'authorization/in-each-service',
    when: all(severalDeployables, not(nobodyIsKnown)),
    effect: { kind: 'parameter', name: 'checkInEachService', value: 1 },
    because:
      'The gateway knows the caller but not the record, and a call from inside never passes it, so each service checks for itself.',
    tag: 'F',
    pattern: 'authentication-and-authorization/zero-trust-security',
  },
  {
    id: 'authorization/own-company-only',
    when: is('signIn', 'company-sso'),
    effect: { kind: 'parameter', name: 'ownCompanyOnly', value: 1 },
    because: 'An administrator of one company is nobody in another one.',
    tag: 'F',
    pattern: 'authentication-and-authorization/sso-integration',
  },
  {
    id: 'authorization/scopes',
    when: all(machinesCall, providerSignsIn),
    effect: { kind: 'parameter', name: 'scopes', value: 1 },
    because: 'A program needs a few operations only, and its token should open no others.',
    tag: 'S',
    source: sources.oauthSecurity,
    pattern: 'authentication-and-authorization/oauth-2-0',
  },
  {
    id: 'authorization/who-looked',
    when: is('dataKinds', 'sensitive', 'provable'),
    effect: { kind: 'parameter', name: 'auditTrail', value: 1 },
    because: 'You have {dataKinds}, and one day somebody asks who looked at a record.',
    tag: 'F',
    pattern: 'observability-and-monitoring/logging',
  },
]);
