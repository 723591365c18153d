import type { Claim, Run } from '../example-run.ts';

const plain = (run: Run, row: string): number => run.cell(row, 'plain');
const resumable = (run: Run, row: string): number => run.cell(row, 'resumable');
const moment = (run: Run, text: string): number => run.moment('Beats', text);

export const page = 'api-design-and-patterns/websocket-apis';

export const claims: readonly Claim[] = [
  {
    says: 'A chat of {} members on two nodes.',
    numbers: (run) => [run.noted('never shown', /to (\d+) members/)],
  },
  {
    says: "At second {} a firewall forgets Ann's connection; from {} to {} Bob's line is slow; from {} to {} node A is deployed.",
    numbers: (run) => [
      moment(run, 'a firewall forgets Ann'),
      moment(run, 'Bob is on a slow line'),
      moment(run, 'his line is quick again'),
      run.fault.fromS,
      run.fault.toS,
    ],
  },
  {
    says: '{} of {} showings never happen, {} of them to members who were there, at the other node; {} words are seen by nobody.',
    numbers: (run) => [
      plain(run, 'never shown'),
      run.noted('never shown', /of (\d+)/),
      plain(run, 'at the other node'),
      plain(run, 'seen by nobody'),
    ],
  },
  {
    says: 'Ann is a ghost for {} s, until the deploy frees her; {} members come back in one second, and the door refuses {} times.',
    numbers: (run) => [plain(run, 'ghost, in s'), plain(run, 'most in 1 s'), plain(run, 'refused')],
  },
  {
    says: 'With the log {} are missed.',
    numbers: (run) => [resumable(run, 'never shown')],
  },
  {
    says: 'Ann is let go at second {} and back at {};',
    numbers: (run) => [moment(run, 'Ann is taken for gone'), moment(run, 'Ann is back')],
  },
  {
    says: 'At most {} connect in one second, and {} bytes wait for Bob in place of {}.',
    numbers: (run) => [
      resumable(run, 'most in 1 s'),
      resumable(run, 'most waiting, in B'),
      plain(run, 'most waiting, in B'),
    ],
  },
  {
    says: 'The price is {} showings that come over a second late',
    numbers: (run) => [resumable(run, 'shown late')],
  },
];
