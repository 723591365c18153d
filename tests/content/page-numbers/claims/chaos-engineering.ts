import type { Claim, Run } from '../example-run.ts';

const all = 'Fault on all, before and after';
const guarded = 'Guarded, beside a control group';

/** The numbers of a line of the story, or none where it does not tell it. */
const told = (run: Run, title: string, line: string): readonly string[] =>
  Number.isNaN(run.moment(title, line)) ? [] : (line.match(/\d+/g) ?? []);

const secondS = (run: Run): number =>
  run.moment(guarded, 'verdict: held') - run.cell('second verdict', 'guarded');

export const page = 'resilience-and-fault-tolerance/chaos-engineering';

export const claims: readonly Claim[] = [
  {
    says: 'A shop takes {} orders a second',
    numbers: (run) => [run.noted('customers hurt', /(\d+) a second/)],
  },
  {
    says: 'A delay of {} s is injected at second {}.',
    numbers: (run) => [run.knob('DELAY_S'), run.moment(guarded, 'fault: delay')],
  },
  {
    says: 'gets a timeout of {} ms, and the delay comes again at second {}, just before an hour',
    numbers: (run) => [...told(run, guarded, 'fix: a timeout of 300 ms'), secondS(run)],
  },
  {
    says: 'in which {} % of the payments fail',
    numbers: (run) => told(run, guarded, 'payment: a bad hour, 8 % fail'),
  },
  {
    says: 'An order is good within {} s',
    numbers: (run) => [run.noted('customers hurt', /good within (\d+) s/)],
  },
  {
    says: '{} customers are hurt, and the fixed shop is called broken',
    numbers: (run) => [run.cell('customers hurt', 'all')],
  },
  {
    says: 'since {} of {} orders are bad against {} of {} before',
    numbers: (run) => told(run, all, '32/400 bad, before 1/160'),
  },
  {
    says: '{} are hurt, and the missing timeout is proved at {} s',
    numbers: (run) => [
      run.cell('customers hurt', 'guarded'),
      run.moment(guarded, 'verdict: broken'),
    ],
  },
  {
    says: 'by {} of {} beside {} of {}',
    numbers: (run) => told(run, guarded, '11/11 bad, control 0/11'),
  },
  {
    says: '{} of {} beside {} of {}. The price',
    numbers: (run) => told(run, guarded, '4/60 bad, control 3/70'),
  },
  {
    says: 'the second verdict takes {} s instead of {}',
    numbers: (run) => [run.cell('second verdict', 'guarded'), run.cell('second verdict', 'all')],
  },
  {
    says: 'planned to see {} % beside {} %, which takes {} orders',
    numbers: (run) => [
      run.noted('second verdict', /see (\d+) %/),
      run.noted('second verdict', /beside (\d+) %/),
      run.noted('second verdict', /(\d+) orders a group/),
    ],
  },
];
