/** A part of the network fails: nothing passes between two sides for a while. */
export interface Cut {
  /** Names of both sides; who stands in neither is not concerned. */
  readonly between: readonly [readonly string[], readonly string[]];
  /** Only what the first side sends to the second is lost. Default: both directions. */
  readonly oneWay?: boolean;
  /** First moment, included. */
  readonly fromMs: number;
  /** Last moment, not included. */
  readonly toMs: number;
  /** Name of its band in the drawing. Default: "network cut". */
  readonly label?: string;
}

/** Whether a cut stands in the way of a message at a moment. */
export function isCut(cut: Cut, from: string, to: string, atMs: number): boolean {
  if (atMs < cut.fromMs || atMs >= cut.toMs) return false;
  const [one, other] = cut.between;
  const forth = one.includes(from) && other.includes(to);
  const back = other.includes(from) && one.includes(to);
  return forth || (back && cut.oneWay !== true);
}
