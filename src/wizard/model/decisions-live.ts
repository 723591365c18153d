import { decision } from './decision-kinds.ts';

/** How news leaves the system: to screens that are open, and to other companies. */
export const liveDecisions = {
  'live-updates': decision({
    number: 7,
    title: 'Live updates',
    question: 'How does a client hear of news without asking at the right moment?',
    simplestBecause:
      'Nothing has to appear on a screen by itself, so clients ask again when they want to know.',
    alternatives: {
      polling: {
        label: 'polling',
        summary:
          'A client asks again, when somebody looks or every few seconds, and mostly hears “not changed”.',
        tradeOff: 'News is as old as the interval, and most requests bring nothing.',
        revisitWhen: 'a screen has to change by itself within a second or two',
        patterns: ['api-design-and-patterns/restful-apis', 'caching-strategies/http-caching'],
        favors: ['simplicity'],
      },
      sse: {
        label: 'server-sent events',
        summary:
          'A response that does not end: the server writes events into it, and the client reconnects by itself with the id of the last one.',
        tradeOff:
          'One connection stays open for every reader, and what the client has to say is a request of its own.',
        revisitWhen: 'clients send as often as they receive',
        patterns: ['api-design-and-patterns/server-sent-events'],
        favors: ['simplicity', 'uptime'],
      },
      'grpc-streams': {
        label: 'gRPC streams',
        summary: 'The API is gRPC already, and its streams carry news in both directions.',
        tradeOff:
          'A stream stays on one replica until it ends, so streams are ended and opened anew from time to time.',
        revisitWhen: 'a browser becomes a client',
        patterns: ['api-design-and-patterns/grpc-services'],
      },
      websocket: {
        label: 'WebSocket',
        summary:
          'One connection on which both sides send at any time, with sign-in, order, reconnection and catching up designed by you.',
        tradeOff:
          'No caching, no status codes and no retries come with it: what HTTP gives for nothing becomes your protocol.',
        revisitWhen: 'only the server still sends',
        patterns: ['api-design-and-patterns/websocket-apis'],
        favors: ['speed'],
      },
    },
  }),
  outbound: decision({
    number: 8,
    title: 'Outbound notices',
    question: 'How do other companies learn that something has happened?',
    simplestBecause: 'No other company has to be told; whoever wants to know asks the API.',
    alternatives: {
      none: {
        label: 'no notices',
        summary: 'Other systems ask your API when they want to know.',
        tradeOff: 'Partners who need to know soon will ask often.',
        revisitWhen: 'a partner asks for the same thing every minute',
        patterns: ['api-design-and-patterns/restful-apis'],
        favors: ['simplicity'],
      },
      webhooks: {
        label: 'webhooks',
        summary:
          'You send each notice, signed and with an id, to an address that the receiver registered, and repeat it until it is taken.',
        tradeOff:
          'Their outages become your queue, notices come twice and out of order, and each address has to be checked so that it does not point into your own network.',
        revisitWhen: 'receivers miss notices, or want to read old ones again',
        patterns: ['api-design-and-patterns/webhook-patterns', 'asynchronous-processing/job-retry'],
        favors: ['speed', 'simplicity'],
      },
      feed: {
        label: 'feed to read',
        summary:
          'Events stand in an ordered list behind your API; each receiver reads on from its own place, and can go back.',
        tradeOff:
          'Receivers have to ask, so news is as old as their interval, and you keep events for as long as the slowest of them may sleep.',
        revisitWhen: 'receivers need to know within a second',
        patterns: [
          'api-design-and-patterns/pagination-strategies',
          'event-driven-architecture/event-streaming',
        ],
        favors: ['correctness', 'compliance', 'uptime'],
      },
    },
  }),
  backplane: decision({
    number: 9,
    title: 'Backplane for live updates',
    question: 'How does news reach the replica that holds the connection?',
    simplestBecause: 'No connection is kept open, so it does not matter which replica answers.',
    alternatives: {
      none: {
        label: 'no backplane',
        summary: 'Each replica answers from the database, and any replica will do.',
        tradeOff: 'A connection that stays open hears only of what its own replica did.',
        revisitWhen: 'connections stay open and there is more than one replica',
        patterns: ['performance-optimization/horizontal-scaling'],
        favors: ['simplicity'],
      },
      'pub-sub': {
        label: 'Redis pub/sub',
        summary:
          'Whoever changes something publishes it, and every replica that is connected at that moment passes it on.',
        tradeOff:
          'What a replica misses while it reconnects is gone, so clients load the present state after every reconnection.',
        revisitWhen: 'a missed message is more than an old screen',
        patterns: [
          'event-driven-architecture/pub-sub-patterns',
          'caching-strategies/cache-technologies',
        ],
        favors: ['simplicity', 'speed'],
      },
      streams: {
        label: 'streams or a broker',
        summary:
          'News waits in a stream or a broker; a replica that comes back reads on from the last id that it handled.',
        tradeOff:
          'The stream has to be kept, trimmed and watched, and each replica keeps its place in it.',
        revisitWhen: 'nobody has missed a message that mattered, or the load is too high for it',
        patterns: [
          'event-driven-architecture/event-streaming',
          'event-driven-architecture/message-queues',
        ],
        favors: ['correctness', 'uptime', 'compliance'],
      },
    },
  }),
} as const;
