import { decision } from './decision-kinds.ts';

/** How the parts reach each other. */
export const callDecisions = {
  'internal-call': decision({
    number: 5,
    title: 'Internal calls',
    question: 'How does one part ask another one?',
    simplestBecause: 'Inside one deployable a call is a function call, and no network can fail.',
    alternatives: {
      'in-process': {
        label: 'calls in the process',
        summary: 'One module calls the public functions of another; nothing else is visible.',
        tradeOff:
          'Nothing but a check in the build keeps a module from reaching past the other one’s front door.',
        revisitWhen: 'a module becomes a deployable of its own',
        patterns: [
          'microservices-architecture/service-boundaries',
          'microservices-architecture/service-communication',
        ],
        favors: ['simplicity'],
      },
      rest: {
        label: 'HTTP with JSON',
        summary:
          'Services call each other as clients call them: HTTP, JSON, a contract in OpenAPI.',
        tradeOff:
          'Text is larger and slower to read than a binary form, and a stream needs something else.',
        revisitWhen: 'calls inside have to answer within 50 ms, or services stream to each other',
        patterns: [
          'microservices-architecture/service-communication',
          'api-design-and-patterns/restful-apis',
        ],
        favors: ['simplicity', 'change'],
      },
      grpc: {
        label: 'gRPC',
        summary:
          'Typed calls and streams over HTTP/2 from one contract, with a deadline that travels along.',
        tradeOff:
          'Every language needs its generated code, nobody reads the traffic with the naked eye, and load balancers have to spread calls, not connections.',
        revisitWhen: 'a caller cannot use generated code',
        patterns: [
          'api-design-and-patterns/grpc-services',
          'microservices-architecture/service-communication',
        ],
        favors: ['speed'],
      },
    },
  }),
  discovery: decision({
    number: 12,
    title: 'Discovery',
    question: 'How does one part find the address of another one?',
    simplestBecause: 'With one deployable there is nobody to look for.',
    alternatives: {
      none: {
        label: 'no discovery',
        summary: 'There is one deployable behind one address, which stands in the configuration.',
        tradeOff: 'A second deployable would need its address in the configuration of the first.',
        revisitWhen: 'a second deployable is called by the first',
        patterns: ['deployment-and-operations/configuration-management'],
        favors: ['simplicity'],
      },
      'platform-dns': {
        label: 'DNS of the platform',
        summary:
          'Each service has a name, and the platform keeps the name pointing at its healthy replicas.',
        tradeOff:
          'Clients keep addresses in their memory, so a change arrives as late as the slowest of them looks again.',
        revisitWhen: 'a service runs where the platform’s names do not reach',
        patterns: ['microservices-architecture/service-discovery'],
        favors: ['simplicity', 'uptime'],
      },
      registry: {
        label: 'registry',
        summary:
          'Each replica reports itself to a registry while it is healthy, and callers ask it for addresses.',
        tradeOff:
          'The registry is one more cluster that must never be down, with agents on every machine.',
        revisitWhen: 'everything runs on a platform that has names of its own',
        patterns: [
          'microservices-architecture/service-discovery',
          'resilience-and-fault-tolerance/health-checks',
        ],
      },
    },
  }),
  mesh: decision({
    number: 13,
    title: 'Service mesh',
    question: 'Who encrypts, routes and measures the calls between services?',
    simplestBecause:
      'A library in each service does timeouts and retries, and the platform does the rest.',
    alternatives: {
      none: {
        label: 'no mesh',
        summary:
          'Timeouts, retries and traces are set in each service, by one library or one template.',
        tradeOff: 'A change of these settings is a release of every service.',
        revisitWhen:
          'there are fifteen engineers and ten services, somebody runs Kubernetes, and calls have to be encrypted or split between versions',
        patterns: [
          'microservices-architecture/service-communication',
          'resilience-and-fault-tolerance/timeout-management',
        ],
        favors: ['simplicity', 'speed'],
      },
      mesh: {
        label: 'service mesh',
        summary:
          'A proxy beside or below each service encrypts every call with certificates, splits traffic between versions and measures all of it.',
        tradeOff:
          'Each call passes further proxies, and the mesh itself has to be upgraded, watched and understood at night.',
        revisitWhen: 'nobody uses it for more than encryption, or nobody is left who can run it',
        patterns: [
          'microservices-architecture/service-mesh',
          'authentication-and-authorization/mtls',
          'api-gateway-and-load-balancing/traffic-management',
        ],
        favors: ['compliance'],
      },
    },
  }),
} as const;
