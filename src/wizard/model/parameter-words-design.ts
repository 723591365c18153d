/** How the settings of structure, contracts, data and jobs read in a list. */
export const designParameterWords = {
  resumeFromLastEvent: () =>
    'a client that reconnects names the last event that it saw and gets what it missed, or the present state',
  connectionMinutes: (value: number) =>
    `an open connection is ended after ${value} minutes at the latest and opened anew, with its rights checked again (our convention)`,
  signedNotices: () =>
    'each notice carries an id, a time and a signature over both and its body; receivers skip ids that they know and times that are old',
  publicAddressesOnly: () =>
    'an address of a receiver is looked up and refused when it is not public, before every call, and redirects are not followed',
  noticeHours: (value: number) =>
    `a notice that is not taken is repeated for ${value} hours, with growing pauses, and then kept for somebody to look at (our convention)`,
  feedDays: (value: number) =>
    `events stay in the feed for ${value} days (our convention); whoever was away longer reads everything anew`,
  rowSecurity: () =>
    'every table names the customer in each row, and row security in the database shows a request only the rows of its own, also to the owner of the table',
  customerFromToken: () =>
    'the customer comes from the checked token, never from a field, a header or a host name of the request',
  customerInEveryLayer: () =>
    'cache keys, messages, files, logs, metrics and limits name the customer, not only the tables',
  changesOneByOne: () =>
    'a change of the schema runs customer by customer, says which are done and can be started again',
  outboxAgeSeconds: (value: number) =>
    `an alert fires when the oldest unsent message is older than ${value} seconds (our convention)`,
  auditTable: () =>
    'each change of what must be provable also adds a row with who, when, before and after to a table that nobody may update, in the same transaction',
  keyPerPerson: () =>
    'personal data in events is encrypted with a key per person, and throwing that key away deletes it',
  viewsInTransaction: () =>
    'the view that a decision is based on is updated in the same transaction as the data or the event',
  scheduleLock: () =>
    'each run by the clock has a row whose key is its name and time, so that of several replicas one starts it and a second start does nothing',
  workersApart: () =>
    'workers run as processes of their own, from the same image as the API, so that a long job slows down no request',
  checkpointMinutes: (value: number) =>
    `a job writes down how far it is at least every ${value} minutes and goes on from there (our convention)`,
  askAgainSeconds: (value: number) =>
    `a status says Retry-After: ${value} while the work runs (our convention)`,
  operationHours: (value: number) =>
    `a finished operation and its result are kept for ${value} hours (our convention)`,
  contractCheck: () =>
    'a check in the build compares the contract with the released one and refuses a change that breaks a client',
  deprecationMonths: (value: number) =>
    `an old version is called off ${value} months ahead, with the headers Deprecation and Sunset (our convention)`,
  largestPage: (value: number) => `a page has at most ${value} rows (our convention)`,
} as const;
