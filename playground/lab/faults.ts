import type { Random } from './random.ts';

/** What is wrong with a service for one request: it never answers, or it answers with an error. */
export type Fault = 'hang' | 'error';

/** Says what is wrong at a moment, `undefined` for nothing. Asked once, when a request arrives. */
export type FaultPlan = (atMs: number) => Fault | undefined;

/** Always wrong. */
export function always(fault: Fault): FaultPlan {
  return () => fault;
}

/** Wrong from one moment (included) to another (not included). */
export function during(fromMs: number, toMs: number, fault: Fault): FaultPlan {
  return (atMs) => (atMs >= fromMs && atMs < toMs ? fault : undefined);
}

/** Wrong for a share of the requests, from 0 to 1. */
export function sometimes(random: Random, probability: number, fault: Fault): FaultPlan {
  return () => (random.chance(probability) ? fault : undefined);
}

/** The first plan that finds something wrong decides. */
export function firstOf(...plans: readonly FaultPlan[]): FaultPlan {
  return (atMs) => {
    for (const plan of plans) {
      const fault = plan(atMs);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}
