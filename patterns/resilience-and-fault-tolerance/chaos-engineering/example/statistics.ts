/** Orders that were judged, and those of them that were bad. */
export interface Count {
  bad: number;
  total: number;
}

/** One group gets the fault, the other does not. */
export interface Groups {
  treated: Count;
  control: Count;
}

/**
 * Fisher's exact test, one-sided: how likely chance alone puts
 * this many bad ones, or more, into the treated group. Exact
 * also where a group has no bad one, as a control often has.
 */
export function chanceOf({ treated, control }: Groups): number {
  const bad = treated.bad + control.bad;
  const all = treated.total + control.total;
  const ways = (x: number): number =>
    logChoose(treated.total, x) +
    logChoose(control.total, bad - x) -
    logChoose(all, bad);
  const most = Math.min(bad, treated.total);
  let sum = 0;
  for (let x = treated.bad; x <= most; x++)
    sum += Math.exp(ways(x));
  return Math.min(1, sum);
}

export interface Plan {
  /** Share that is bad without the fault, such as 0.02. */
  base: number;
  /** The least share with it that must not be missed. */
  worse: number;
  /** How often a healthy service may be found broken. */
  alpha: number;
  /** How often a service that is so bad must be found. */
  power: number;
  /** How often the numbers are looked at: each may err. */
  looks: number;
}

/** Orders in each group, by the test of two proportions. */
export function samplesNeeded(plan: Plan): number {
  const { base, worse, alpha, power, looks } = plan;
  if (!(base >= 0 && base < worse && worse <= 1))
    throw new RangeError(`need 0 <= ${base} < ${worse} <= 1`);
  const mean = (base + worse) / 2;
  const alike = Math.sqrt(2 * mean * (1 - mean));
  const apart = Math.sqrt(
    base * (1 - base) + worse * (1 - worse),
  );
  const root =
    normalQuantile(1 - alpha / looks) * alike +
    normalQuantile(power) * apart;
  return Math.ceil((root / (worse - base)) ** 2);
}

/** The z that a share p of a normal distribution is below. */
function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1))
    throw new RangeError(`a share between 0 and 1, not ${p}`);
  let [low, high] = [-8, 8];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (shareBelow(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Area under the bell to the left of z, by Simpson's rule. */
function shareBelow(z: number): number {
  const steps = 200;
  const width = z / steps;
  let sum = 0;
  for (let n = 0; n <= steps; n++) {
    const atEnd = n === 0 || n === steps;
    const weight = atEnd ? 1 : n % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-((n * width) ** 2) / 2);
  }
  return 0.5 + (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

/** Logarithm of the number of ways to pick k of n. */
function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return -Infinity;
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
}
