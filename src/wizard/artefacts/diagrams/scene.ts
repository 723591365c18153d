/** One line of a sequence. */
export type SceneLine =
  | {
      readonly kind: 'call' | 'reply' | 'message';
      readonly from: string;
      readonly to: string;
      readonly text: string;
    }
  | { readonly kind: 'note'; readonly at: string; readonly text: string }
  | { readonly kind: 'alt' | 'else' | 'opt' | 'end'; readonly text: string };

/** What happens in which order, and what happens instead when something fails. */
export interface Scene {
  readonly title: string;
  readonly lines: readonly SceneLine[];
}

export function called(from: string, to: string, text: string): SceneLine {
  return { kind: 'call', from, to, text };
}

export function replied(from: string, to: string, text: string): SceneLine {
  return { kind: 'reply', from, to, text };
}

/** Sent without waiting. */
export function sent(from: string, to: string, text: string): SceneLine {
  return { kind: 'message', from, to, text };
}

export function noted(at: string, text: string): SceneLine {
  return { kind: 'note', at, text };
}

/** One of two ways on. */
export function either(
  whenOne: string,
  one: readonly SceneLine[],
  whenOther: string,
  other: readonly SceneLine[],
): readonly SceneLine[] {
  return [
    { kind: 'alt', text: whenOne },
    ...one,
    { kind: 'else', text: whenOther },
    ...other,
    { kind: 'end', text: '' },
  ];
}

/** Something that happens only sometimes. */
export function sometimes(when: string, lines: readonly SceneLine[]): readonly SceneLine[] {
  return [{ kind: 'opt', text: when }, ...lines, { kind: 'end', text: '' }];
}

/** What stands between the request and its answer, and after it. */
export interface Inner {
  readonly beforeAnswer: readonly SceneLine[];
  readonly answer: string;
  readonly afterAnswer: readonly SceneLine[];
}
