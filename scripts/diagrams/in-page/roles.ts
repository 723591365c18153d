/**
 * What each element that Mermaid draws is in our drawings: the class it gets, or `drop`. The first
 * selector that matches wins; an element that none matches stops the pipeline, so a new kind of
 * diagram is styled on purpose and never by accident.
 */
export type Role = 'drop' | { readonly className: string };

const named = (className: string): Role => ({ className });

export const roles: readonly (readonly [selector: string, role: Role])[] = [
  // What Mermaid draws only for its own stylesheet or layout
  [
    '.background, .labelBkg, .label > rect, .statediagram-cluster > .inner, .note-cluster > rect, .divider',
    'drop',
  ],
  ['.edge-thickness-invisible, .actor-bottom, .actor-man.actor-bottom *', 'drop'],
  ['line[marker-start$="-sequencenumber)"]', 'drop'],
  // Roughjs draws fill and outline apart; the first of the two is enough
  ['.outer-path > path:nth-of-type(n + 2)', 'drop'],

  // The box that label-paper.ts lays under words on a line
  ['.paper', named('paper')],

  // Flowcharts and state diagrams
  ['.state-start, .state-end, .fork-join', named('dot')],
  ['.edgePaths .note-edge', named('e soft')],
  ['.edgePaths .edge-pattern-dotted, .edgePaths .edge-pattern-dashed', named('e dash')],
  ['.edgePaths .edge-thickness-thick', named('e thick')],
  ['.edgePaths path', named('e')],
  ['.cluster rect, .statediagram-cluster rect', named('group')],
  ['.statediagram-note .outer-path > path, .statediagram-note rect', named('note')],
  ['.node :is(rect, circle, ellipse, polygon, path)', named('')],

  // Sequence diagrams
  ['rect.actor', named('')],
  ['.actor-man :is(line, path)', named('e')],
  ['.actor-man :is(circle, rect, ellipse)', named('')],
  ['.actor-line', named('e soft')],
  ['rect[class^="activation"]', named('bar')],
  ['rect.note', named('note')],
  ['rect.rect', named('group')],
  ['.labelBox', named('tab')],
  ['.loopLine[style*="dasharray"]', named('e frame dash')],
  ['.loopLine', named('e frame')],
  ['.messageLine1', named('e dots')],
  ['.messageLine0[marker-end*="filled-head"]', named('e dash')],
  ['.messageLine0', named('e')],

  // Words
  ['.node:not(.statediagram-note) text', named('h')],
  ['text.actor', named('h')],
  ['.cluster-label text, .labelText', named('')],
  ['.edgeLabel text, .messageText, .loopText, .sectionTitle', named('')],
  ['.noteText, .noteLabel text', named('')],
  ['.sequenceNumber', named('num')],
];

/** Classes an author may put on a node with `:::name` or `class a name`. */
export const tints = ['ok', 'warn', 'fail', 'sel', 'ext'] as const;

/** Classes Mermaid itself puts on a node. */
const mermaidNodeClasses = /^(node|default|statediagram-.*|undefined|flowchart-.*|clickable)$/;

/**
 * @returns the role of an element as it stands in Mermaid's drawing
 * @throws Error naming an element without a role, or a node class that has no style
 */
export function roleOf(element: Element): Role {
  const role = roles.find(([selector]) => element.matches(selector))?.[1];
  if (role === undefined) {
    const seen = `${element.outerHTML.slice(0, 160)} in ${element.parentElement?.outerHTML.slice(0, 80) ?? 'nothing'}`;
    throw new Error(`no role for ${seen}: add it to scripts/diagrams/in-page/roles.ts`);
  }
  if (role === 'drop' || role.className !== '' || element.tagName === 'text') return role;
  return { className: tintOf(element.closest('.node')) };
}

function tintOf(node: Element | null): string {
  const own = [...(node?.classList ?? [])].filter((name) => !mermaidNodeClasses.test(name));
  const unknown = own.find((name) => !tints.some((tint) => tint === name));
  if (unknown !== undefined) {
    throw new Error(`unknown class "${unknown}": a node may be ${tints.join(', ')}`);
  }
  return own.join(' ');
}
