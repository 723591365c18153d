import { all, any, chosen, is, not, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

/** Clients keep a connection open, so that news can come at any moment. */
export const connectionsStayOpen = chosen('live-updates', 'sse', 'grpc-streams', 'websocket');

const newsFromServer = is('interaction', 'server-push');
const twoWays = is('interaction', 'live');

/** Decision 7: how a client hears of news. */
export const liveUpdateRules = rulesFor('live-updates', [
  {
    id: 'live-updates/not-grpc',
    when: not(chosen('public-api', 'grpc')),
    effect: { kind: 'veto', alternatives: ['grpc-streams'] },
    because: 'The API is not gRPC, and its streams cannot be had without it.',
    tag: 'F',
  },
  {
    id: 'live-updates/grpc-has-streams',
    when: chosen('public-api', 'grpc'),
    effect: { kind: 'veto', alternatives: ['sse', 'websocket'] },
    because:
      'The API is gRPC, which has streams of its own; a second protocol beside it adds nothing.',
    tag: 'F',
    pattern: 'api-design-and-patterns/grpc-services',
  },
  {
    id: 'live-updates/streams',
    when: any(newsFromServer, twoWays),
    effect: { kind: 'score', points: { 'grpc-streams': 3 } },
    because: 'Clients want to hear of news at once, and the streams of the API carry it.',
    tag: 'F',
    pattern: 'api-design-and-patterns/grpc-services',
  },
  {
    id: 'live-updates/one-way',
    when: all(newsFromServer, not(twoWays)),
    effect: { kind: 'score', points: { sse: 3 } },
    because:
      'News travels one way, from the server to the screen; server-sent events do that over plain HTTP and reconnect by themselves.',
    tag: 'S',
    source: designSources.serverSentEvents,
    pattern: 'api-design-and-patterns/server-sent-events',
  },
  {
    id: 'live-updates/two-ways',
    when: twoWays,
    effect: { kind: 'score', points: { websocket: 3 } },
    because: 'Both sides send at any time, which a request with one answer cannot do.',
    tag: 'F',
    pattern: 'api-design-and-patterns/websocket-apis',
  },
  {
    id: 'live-updates/minutes-are-enough',
    when: all(newsFromServer, not(twoWays), is('freshness', 'minutes')),
    effect: { kind: 'score', points: { polling: 2 } },
    because:
      'Your data only has to be {freshness}, and a question a minute is cheaper than a connection for every reader.',
    tag: 'C',
    pattern: 'caching-strategies/http-caching',
  },
  {
    id: 'live-updates/catch-up',
    when: any(newsFromServer, twoWays),
    effect: {
      kind: 'parameter',
      name: 'resumeFromLastEvent',
      value: 1,
      for: ['sse', 'grpc-streams', 'websocket'],
    },
    because: 'Every connection breaks some day, and what was sent meanwhile must not be lost.',
    tag: 'F',
    pattern: 'api-design-and-patterns/server-sent-events',
  },
  {
    id: 'live-updates/reconnect',
    when: any(newsFromServer, twoWays),
    effect: {
      kind: 'parameter',
      name: 'connectionMinutes',
      value: 30,
      for: ['sse', 'grpc-streams', 'websocket'],
    },
    because:
      'A connection that never ends stays on an old replica, with rights that may have been withdrawn.',
    tag: 'C',
  },
]);
