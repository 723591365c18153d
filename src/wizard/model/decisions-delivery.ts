import { decision } from './decision-kinds.ts';

/** Where it runs and how it is released. */
export const deliveryDecisions = {
  platform: decision({
    number: 36,
    title: 'Platform',
    question: 'What runs the deployables?',
    simplestBecause:
      'A platform that takes your code leaves certificates, scaling and patches to somebody else.',
    alternatives: {
      paas: {
        label: 'PaaS',
        summary: 'A platform takes your code or image and runs, restarts and scales it.',
        tradeOff: 'You get its limits on memory, ports, run time and regions, and its price.',
        revisitWhen:
          'its limits or its bill hurt, or a part needs something that it does not offer',
        patterns: [
          'deployment-and-operations/ci-cd',
          'deployment-and-operations/configuration-management',
        ],
        favors: ['simplicity'],
      },
      'managed-containers': {
        label: 'managed containers',
        summary: 'You build images, and a container service runs them; no cluster to operate.',
        tradeOff: 'Images, networks, roles and base-image updates are yours.',
        revisitWhen: 'more than about ten deployables, or you rebuild what Kubernetes offers',
        patterns: ['deployment-and-operations/containerization', 'deployment-and-operations/ci-cd'],
        favors: ['simplicity'],
      },
      'own-hosts': {
        label: 'containers on your own hosts',
        summary:
          'You build images, and a runtime such as Docker or Podman starts and restarts them on machines that you look after.',
        tradeOff:
          'The machines, their patches, their network and the load balancer in front are yours as well.',
        revisitWhen:
          'more machines than a few people can patch, or you rebuild what Kubernetes offers',
        patterns: ['deployment-and-operations/containerization', 'deployment-and-operations/ci-cd'],
        favors: ['simplicity'],
      },
      kubernetes: {
        label: 'Kubernetes',
        summary: 'A cluster with a control plane, one set of manifests for everything that runs.',
        tradeOff:
          'Upgrades, add-ons, network policies and capacity are work for people, every month.',
        revisitWhen: 'nobody is left who can run it, or fewer than five deployables remain',
        patterns: [
          'deployment-and-operations/orchestration',
          'deployment-and-operations/containerization',
        ],
        favors: ['scale', 'uptime', 'change'],
      },
    },
  }),
  rollout: decision({
    number: 37,
    title: 'Rollout',
    question: 'How does a new version reach the users?',
    simplestBecause:
      'Replacing one replica after the other needs no second environment, and stops when the new one is not ready.',
    alternatives: {
      rolling: {
        label: 'rolling',
        summary:
          'Replicas are replaced one after the other; each has to be ready before the next one goes.',
        tradeOff:
          'A bad version reaches everybody within minutes, and going back takes as long as going forward.',
        revisitWhen:
          'going back has to take less than five minutes, or availability rises to 99.95 %',
        patterns: [
          'deployment-and-operations/orchestration',
          'resilience-and-fault-tolerance/health-checks',
        ],
        favors: ['simplicity'],
      },
      'blue-green': {
        label: 'blue-green',
        summary:
          'The new version runs beside the old one, and traffic switches, and switches back, at once.',
        tradeOff:
          'Twice the capacity during a release, and the switch still shows a bad version to everybody.',
        revisitWhen: 'traffic is high enough for a canary to mean something',
        patterns: ['deployment-and-operations/blue-green-deployment'],
        favors: ['uptime'],
      },
      canary: {
        label: 'canary',
        summary:
          'A few percent of the traffic go to the new version; it grows or is taken back by comparing error rates.',
        tradeOff:
          'Two versions run side by side for longer, and somebody has to choose the numbers that stop it.',
        revisitWhen: 'traffic falls under 10 requests a second, where a few percent prove nothing',
        patterns: [
          'deployment-and-operations/canary-releases',
          'api-gateway-and-load-balancing/traffic-management',
        ],
        favors: ['uptime', 'correctness'],
      },
    },
  }),
} as const;
