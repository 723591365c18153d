import { createServer } from 'node:http';
import { figureTable, knob } from '#lab';
import { OrdersApi } from './orders-api.ts';
import { play, type Setting } from './story.ts';

const whole = { whole: true } as const;
const setting: Setting = {
  clerks: knob('CLERKS', 3, 'clerks', {
    min: 2,
    max: 8,
    ...whole,
  }),
  tries: knob('TRIES', 3, 'tries', { min: 1, max: 8, ...whole }),
  lostAnswers: knob('LOST_ANSWERS', 2, 'answers', {
    min: 0,
    max: 5,
    ...whole,
  }),
  careful:
    knob('REQUIRE_IF_MATCH', 1, '', {
      min: 0,
      max: 1,
      ...whole,
    }) === 1,
};

if (process.env['SERVE'] === '1') serve(8080);
else await tell();

/** The API alone, for whoever wants to ask it. */
function serve(port: number): void {
  const api = new OrdersApi({ careful: setting.careful });
  api.orders.put('7', { items: ['tea'], note: '' });
  createServer(api.handle).listen(port, () => {
    console.log(`Orders at http://localhost:${port}`);
    console.log('Order 7 is there. Ctrl-C ends it.');
  });
}

/** The failure first, then the cure. */
async function tell(): Promise<void> {
  const without = await play(
    'baseline',
    'Without preconditions',
    setting,
  );
  const with_ = await play(
    'pattern',
    'With preconditions',
    setting,
  );
  const columns = [
    { heading: 'without', figures: without },
    { heading: 'with', figures: with_ },
  ];
  console.log(figureTable(columns).join('\n'));
}
