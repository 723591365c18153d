import type { Solution } from '../../model/solution.ts';

/** The decisions that contracts and messages are written after. */
export interface Choices {
  readonly pagination: 'offset' | 'cursor';
  readonly versioning: 'additive' | 'url-major' | 'header';
  readonly 'live-updates': 'polling' | 'sse' | 'grpc-streams' | 'websocket';
  readonly outbound: 'none' | 'webhooks' | 'feed';
  readonly 'event-schema': 'tolerant-json' | 'registry';
}

const simplest: Choices = {
  pagination: 'offset',
  versioning: 'additive',
  'live-updates': 'polling',
  outbound: 'none',
  'event-schema': 'tolerant-json',
};

/** What was decided, or the simplest alternative where a decision is still open. */
export function choicesOf({ decisions }: Pick<Solution, 'decisions'>): Choices {
  const made: Readonly<Record<string, { readonly chosen: string } | undefined>> = decisions;
  const entries = Object.entries(simplest).map(([id, first]) => [id, made[id]?.chosen ?? first]);
  return Object.fromEntries(entries) as unknown as Choices;
}
