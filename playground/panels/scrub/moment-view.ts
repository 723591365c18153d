import { tag, type Branch } from '../markup/tree.ts';
import type { Fact, RunMoment } from './moment.ts';

/** Both runs at one moment, side by side as the drawings below are. */
export function momentView(moments: readonly RunMoment[]): readonly Branch[] {
  return moments.map(({ title, causes, states, numbers, calls }) =>
    tag(
      'dl',
      {},
      tag('dt', { class: 'scrub-title' }, title),
      tag('dd', { class: 'scrub-title' }, causes.length === 0 ? '' : causes.join(', ')),
      ...[...states, ...numbers, ...calls].flatMap(drawFact),
    ),
  );
}

function drawFact({ name, value }: Fact): readonly Branch[] {
  return [tag('dt', {}, name), tag('dd', {}, value)];
}
