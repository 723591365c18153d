import type { Benefits } from './benefits-running.ts';

/** What the alternatives for parts, calls, news and clients bring. */
export const structureBenefits: Benefits<
  | 'boundaries'
  | 'migration'
  | 'internal-call'
  | 'discovery'
  | 'mesh'
  | 'live-updates'
  | 'outbound'
  | 'backplane'
  | 'bff'
  | 'versioning'
  | 'pagination'
> = {
  boundaries: {
    merge: 'One transaction keeps an action whole, and a line can still be moved in an afternoon.',
    'by-area': 'Whoever asks for a change knows which part it is in, and whom to ask.',
    'split-out': 'The one part that is different pays for being different, and nothing else does.',
    'by-team': 'A team changes and releases what it owns without waiting for anybody.',
  },
  migration: {
    none: 'All work goes into what is new.',
    'branch-by-abstraction': 'Every step is an ordinary release, and a flag takes it back.',
    strangler: 'Each route that has moved is of use at once, and can be moved back.',
    rewrite: 'Nothing of the old shape has to be carried along.',
  },
  'internal-call': {
    'in-process': 'A call costs nothing, cannot time out and is checked by the compiler.',
    rest: 'Every language and every tool can call it, and a call can be repeated by hand.',
    grpc: 'Calls are small and quick, and a caller that does not fit the contract does not compile.',
  },
  discovery: {
    none: 'There is nothing to keep up to date.',
    'platform-dns': 'A name in the configuration is enough, and nothing more has to be run.',
    registry: 'Callers see only healthy replicas, wherever those run.',
  },
  mesh: {
    none: 'Calls go straight from one service to the other.',
    mesh: 'Every call is encrypted, measured and routed alike, whatever language a service is in.',
  },
  'live-updates': {
    polling: 'It is the API that exists, and every cache and proxy helps.',
    sse: 'News arrives at once over plain HTTP, and browsers reconnect by themselves.',
    'grpc-streams': 'News needs no second protocol beside the API.',
    websocket: 'Both sides are heard within milliseconds.',
  },
  outbound: {
    none: 'Nobody else’s servers can hold you up.',
    webhooks: 'Receivers learn of it within seconds and need not ask.',
    feed: 'A receiver that was down reads on where it stopped, and you owe it no second attempt.',
  },
  backplane: {
    none: 'There is one system less to run.',
    'pub-sub': 'Every replica hears of a change within milliseconds, and nothing has to be kept.',
    streams: 'A replica that was away catches up, and no news is lost on the way.',
  },
  bff: {
    none: 'There is one contract to write, test and protect.',
    'per-client': 'Each client makes one call for each screen, and changes with its own team.',
  },
  versioning: {
    additive: 'There is only one version, and nobody has to be asked.',
    'url-major': 'A client sees in the address which version it calls, and moves when it is ready.',
    header: 'A client that never changes keeps working.',
  },
  pagination: {
    offset: 'People can jump to any page and see how many there are.',
    cursor: 'The last page is as quick as the first, and no row is skipped while rows come and go.',
  },
};
