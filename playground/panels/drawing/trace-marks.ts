import { tag, type Branch } from '../markup/tree.ts';

const cross = 'M-2.4-2.4 2.4 2.4M-2.4 2.4 2.4-2.4';

/**
 * The symbols that every drawing of a page uses, once a page. Each differs in shape first: a dot, a
 * cross, a hollow diamond, and the hatch of what is blocked. The cross stands out from what it covers.
 */
export function traceMarks(): Branch {
  const pattern = {
    id: 'trace-hatch',
    width: 5,
    height: 5,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  };
  return tag(
    'svg',
    { class: 'trace-marks', width: 0, height: 0, 'aria-hidden': 'true', focusable: 'false' },
    tag(
      'defs',
      {},
      tag('circle', { id: 'trace-dot', r: 1.9 }),
      tag(
        'g',
        { id: 'trace-cross' },
        tag('path', { class: 'halo', d: cross }),
        tag('path', { d: cross }),
      ),
      tag('path', { id: 'trace-diamond', d: 'M0-2.6 2.6 0 0 2.6-2.6 0z' }),
      tag('pattern', pattern, tag('path', { d: 'M0 0v5' })),
    ),
  );
}

/** Reference to the symbol of an outcome; a call without an answer has a bar in place of one. */
export const symbolOf = {
  answered: '#trace-dot',
  failed: '#trace-cross',
  fallback: '#trace-diamond',
} as const;
