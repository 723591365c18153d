import { createServer } from 'node:http';
import { figureTable, knob } from '#lab';
import { changesOf } from './changes.ts';
import { OrderApi } from './order-api.ts';
import { release1 } from './rules.ts';
import { play, type Setting } from './story.ts';

const whole = { whole: true } as const;
const kind = knob('KIND', 0, '', { min: 0, max: 5, ...whole });
const count = knob('CHANGES', 4, 'changes', {
  min: 0,
  max: 4,
  ...whole,
});
const shows = { min: 0, max: 1, ...whole };
const entry = { min: 0, max: 60, ...whole };
const overlap = { min: 0, max: 60, ...whole };
const setting: Setting = {
  changes: changesOf(kind, count),
  showsNew: knob('SHOW_NEW', 1, '', shows) === 1,
  entryS: knob('ENTRY_S', 10, 's', entry),
  overlapS: knob('OVERLAP_S', 15, 's', overlap),
};

if (process.env['SERVE'] === '1') serve(8080);
else await tell();

/** The API alone, for whoever wants to follow it. */
function serve(port: number): void {
  const { entryS, overlapS } = setting;
  const rules = setting.changes.reduce(
    (before, { apply }) => apply(before),
    release1,
  );
  const api = new OrderApi({
    rules,
    entryS,
    overlapS,
    clock: Date,
  });
  createServer(api.handle).listen(port, () => {
    console.log(`Enter at http://localhost:${port}/`);
    console.log('Send Authorization: Bearer buyer');
    console.log('(or clerk, or depot). Ctrl-C ends it.');
  });
}

/** The failure first, then the cure. */
async function tell(): Promise<void> {
  const built = await play(
    'baseline',
    'Addresses and rules built in',
    setting,
  );
  const followed = await play(
    'pattern',
    'Links and forms followed',
    setting,
  );
  const columns = [
    { heading: 'built-in', figures: built },
    { heading: 'followed', figures: followed },
  ];
  console.log(figureTable(columns).join('\n'));
}
