import { decision } from './decision-kinds.ts';

/** What a caller may do, and how services know each other. */
export const rightsDecisions = {
  authorization: decision({
    number: 27,
    title: 'Authorization',
    question: 'What decides whether a caller may do something?',
    simplestBecause:
      'All callers may do the same, so it is enough to know whether somebody is a caller at all.',
    alternatives: {
      'same-for-all': {
        label: 'the same for all',
        summary:
          'Whoever is let in may call every operation; what belongs to one caller is still given to that caller only.',
        tradeOff:
          'The first person who may do less than the others makes you check every operation.',
        revisitWhen: 'somebody may do something that others may not',
        patterns: ['security-patterns/api-security'],
        favors: ['simplicity'],
      },
      roles: {
        label: 'roles',
        summary:
          'A caller has a few roles, each operation names the roles that may call it, and all others are refused.',
        tradeOff:
          'A role says nothing about which record: that check stays in the code of each operation, and roles multiply over the years.',
        revisitWhen: 'you make a role for one customer, one branch or one document',
        patterns: ['authentication-and-authorization/rbac', 'security-patterns/api-security'],
        favors: ['simplicity'],
      },
      attributes: {
        label: 'attributes and a policy',
        summary:
          'A policy written apart from the code compares attributes of the caller, the record and the moment, and has tests of its own.',
        tradeOff:
          'Attributes have to be fetched for each decision, and nobody can list at a glance who may see a record.',
        revisitWhen: 'all policies compare nothing but roles',
        patterns: [
          'authentication-and-authorization/abac',
          'authentication-and-authorization/zero-trust-security',
        ],
        favors: ['compliance', 'correctness'],
      },
      relationships: {
        label: 'relationships',
        summary:
          'Who may do what follows from stored relations such as owner, member or shared with, along groups and folders.',
        tradeOff:
          'Relations change with every share and have to be written together with the data; lists need a search of their own.',
        revisitWhen: 'nobody shares single objects',
        patterns: [
          'authentication-and-authorization/abac',
          'authentication-and-authorization/rbac',
        ],
        favors: ['scale'],
      },
    },
  }),
  'service-identity': decision({
    number: 28,
    title: 'Service identity',
    question: 'How does a service know which other service is calling?',
    simplestBecause: 'Calls stay inside one process, so no service calls another one.',
    alternatives: {
      none: {
        label: 'none',
        summary: 'No deployable calls another one.',
        tradeOff: 'The first call between two deployables needs an identity before it goes live.',
        revisitWhen: 'a second deployable appears',
        patterns: ['authentication-and-authorization/zero-trust-security'],
        favors: ['simplicity'],
      },
      'audience-token': {
        label: 'tokens for one audience',
        summary:
          'Each service gets a signed token that lives minutes and names the one service it is for; the receiver checks signature, audience and expiry.',
        tradeOff:
          'Whoever reads a token can use it until it expires, and something has to issue tokens and publish its keys.',
        revisitWhen: 'a stolen token would be worth more than the certificates cost',
        patterns: [
          'authentication-and-authorization/jwt',
          'authentication-and-authorization/zero-trust-security',
        ],
        favors: ['simplicity', 'change'],
      },
      mtls: {
        label: 'mutual TLS',
        summary:
          'Both ends of each connection show a certificate of yours that lives a day and is renewed by a machine.',
        tradeOff:
          'Issuing, renewing and withdrawing certificates is a system of its own, and one that has expired is an outage.',
        revisitWhen: 'certificates are renewed by hand',
        patterns: [
          'authentication-and-authorization/mtls',
          'authentication-and-authorization/zero-trust-security',
        ],
        favors: ['compliance'],
      },
    },
  }),
} as const;
