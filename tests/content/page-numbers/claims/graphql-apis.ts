import type { Claim, Run } from '../example-run.ts';

/** How the runs are called. */
const naive = 'Each resolver asks for itself';
const loaders = 'Loaders for each request, a limit';

/** The number, if the run says so. */
const said = (run: Run, title: string, text: string, number: number): number =>
  Number.isNaN(run.moment(title, text)) ? NaN : number;

export const page = 'api-design-and-patterns/graphql-apis';

export const claims: readonly Claim[] = [
  {
    says: 'the same screen: {} orders of {} items',
    numbers: (run) => [run.knob('ORDERS'), run.knob('ITEMS')],
  },
  { says: 'database of {} connections', numbers: (run) => [run.knob('POOL')] },
  {
    says: 'Without loaders a screen takes {} queries and up to {} ms',
    numbers: (run) => [run.cell('queries a screen', 'naive'), run.cell('slower screen', 'naive')],
  },
  {
    says: 'with them it takes {} and {} ms.',
    numbers: (run) => [
      run.cell('queries a screen', 'loaders'),
      run.cell('slower screen', 'loaders'),
    ],
  },
  {
    says: 'In both, Ann sees all {} orders and {} errors',
    numbers: (run) => {
      const shown = run.cell('orders shown', 'naive') / 2;
      const text = `Ann: ${shown} orders, 5 errors`;
      return [shown, said(run, naive, text, said(run, loaders, text, 5))];
    },
  },
  {
    says: "The crawler's query takes {} queries in the first run.",
    numbers: (run) => [run.cell('crawler queries', 'naive')],
  },
  {
    says: 'it is weighed at {} objects, over the limit of {}, and nothing runs',
    numbers: (run) => {
      const limit = run.knob('MAX_COST');
      const text = `crawler: cost 1220, limit ${limit}`;
      return [said(run, loaders, text, 1220), limit];
    },
  },
  {
    says: 'When Ann leaves, {} listener is left of the generator, and {} of the source that ends.',
    numbers: (run) => [run.cell('listeners left', 'naive'), run.cell('listeners left', 'loaders')],
  },
  {
    says: 'The window takes {} queries for {} visitors by its text, and {} by its hash.',
    numbers: (run) => [
      run.cell('window queries', 'naive'),
      run.noted('window queries', /(\d+) visitors/),
      run.cell('window queries', 'loaders'),
    ],
  },
];
