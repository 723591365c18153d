import type { Item } from './item.ts';

export interface BatchLimits {
  readonly items: number;
  readonly bytes: number;
}

/** Nothing of the batch was tried. */
export class BatchRefusedError extends Error {
  override readonly name = 'BatchRefusedError';
  readonly status: 413 | 422;
  /** The last part of the problem's type. */
  readonly problem: string;

  constructor(
    status: 413 | 422,
    problem: string,
    detail: string,
  ) {
    super(detail);
    this.status = status;
    this.problem = problem;
  }
}

/**
 * What can be known before any work is done.
 *
 * @param bytes length of the request's content
 * @throws {BatchRefusedError} with the limit in its text
 */
export function checkBatch(
  items: readonly Item<unknown>[],
  bytes: number,
  limits: BatchLimits,
): void {
  if (bytes > limits.bytes)
    throw new BatchRefusedError(
      413,
      'too-large',
      `${bytes} bytes; at most ${limits.bytes}`,
    );
  if (items.length > limits.items) {
    const most = limits.items;
    refuse('too-many', `${items.length} items; at most ${most}`);
  }
  if (items.length === 0) refuse('empty', 'no items');
  const seen = new Set<string>();
  for (const { id, after } of items) {
    if (seen.has(id))
      refuse('repeated-id', `"${id}" is there twice`);
    // Only earlier ones, so there is no circle to wait in.
    if (after !== undefined && !seen.has(after))
      refuse('unknown-after', `no "${after}" before "${id}"`);
    seen.add(id);
  }
}

function refuse(problem: string, detail: string): never {
  throw new BatchRefusedError(422, problem, detail);
}
