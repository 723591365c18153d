import { factInWords } from '../model/fact-words.ts';
import type { FactId, Facts } from '../model/facts.ts';

/** What a fact is about; a number needs no title, since its unit says it. */
const titles: {
  readonly [F in FactId as Facts[F] extends number ? never : F]: string;
} = {
  building: 'what is built',
  capabilities: 'capabilities',
  actions: 'actions',
  dependencies: 'outside systems by name',
  messages: 'messages by name',
  startFrom: 'start from',
  running: 'in place today',
  availability: 'availability',
  freshness: 'data is',
  dataKinds: 'kind of data',
  parts: 'parts',
  actionShape: 'flow',
  clients: 'clients',
  clientNeeds: 'clients need',
  interaction: 'interaction',
  customers: 'customers',
  clientUpgrade: 'the slowest client follows',
  listLength: 'longest list',
  schedules: 'by the clock',
  messageNeeds: 'messages need',
  outsideAvailability: 'the weakest outside system promises',
  whenDown: 'when an outside system is down',
  longestJob: 'longest job',
  telemetryOwned: 'telemetry today',
  signIn: 'who signs in',
  exposure: 'reach',
  staleness: 'age allowed',
  runsOn: 'it runs on',
  priorities: 'priorities',
  rights: 'rights',
  loadShape: 'load',
  languages: 'the team writes',
};

/** A fact with what it is about, as in "availability: 99.9 %" or "5 engineers". */
export function factLine<F extends FactId>(fact: F, value: Facts[F]): string {
  const said = factInWords(fact, value);
  return hasTitle(fact) ? `${titles[fact]}: ${said}` : said;
}

function hasTitle(fact: FactId): fact is FactId & keyof typeof titles {
  return Object.hasOwn(titles, fact);
}
