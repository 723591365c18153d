/**
 * The distributions that the tests of a histogram stand on. Formulas: NIST Digital Library of
 * Mathematical Functions (https://dlmf.nist.gov), by section. Node's own results check them.
 */

const enoughSteps = 300;
const smallest = 1e-300;
const precision = 1e-16;

/**
 * ln Γ(x) for x > 0: Stirling's series (DLMF 5.11) from 10 on, and the recurrence
 * Γ(x + 1) = x Γ(x) (5.5) below.
 */
function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  const square = 1 / (x * x);
  const series =
    (1 / 12 -
      square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188))))) /
    x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
}

/** The continued fraction of the incomplete beta function (DLMF 8.17(v)), forward. */
function betaFraction(a: number, b: number, x: number): number {
  let [c, d, result] = [1, 0, 1];
  for (let step = 1; step <= enoughSteps; step++) {
    const m = Math.floor(step / 2);
    const odd = -((a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const factor = step % 2 === 1 ? odd : even;
    d = 1 / (1 + factor * d || smallest);
    c = 1 + factor / c || smallest;
    result *= c * d;
    if (Math.abs(c * d - 1) < precision) break;
  }
  return 1 / result;
}

/** I_x(a, b), by the continued fraction; quick up to x = (a + 1) / (a + b + 2). */
function betaBelow(a: number, b: number, x: number): number {
  const front = a * Math.log(x) + b * Math.log1p(-x);
  const beta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return (Math.exp(front - beta) / a) * betaFraction(a, b, x);
}

/** The regularized incomplete beta function I_x(a, b) (DLMF 8.17.2). */
function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // Mirrored where that is quicker (8.17.4).
  return x < (a + 1) / (a + b + 2) ? betaBelow(a, b, x) : 1 - betaBelow(b, a, 1 - x);
}

/** P(T ≤ t) of Student's distribution with `freedom` degrees of freedom. */
export function studentUpTo(t: number, freedom: number): number {
  const tail = incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2;
  return t < 0 ? tail : 1 - tail;
}

/** The t that Student's distribution stays below with probability `part`, by halving. */
export function studentQuantile(part: number, freedom: number): number {
  let [low, high] = [-1e6, 1e6];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (studentUpTo(middle, freedom) < part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(X ≤ k) of n trials that succeed with probability p (DLMF 8.17.5). */
export function binomialUpTo(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return incompleteBeta(n - k, k + 1, 1 - p);
}

/**
 * P(Z ≤ z) of the normal distribution, z ≤ 0: the series of the error function (DLMF 7.6) near
 * 0, the continued fraction of its complement (7.9) beyond.
 */
export function normalBelow(z: number): number {
  const x = -z / Math.SQRT2;
  if (x < 2) {
    let [term, sum] = [x, x];
    for (let n = 1; Math.abs(term) > precision * sum; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 0.5 - (sum * Math.exp(-x * x)) / Math.sqrt(Math.PI);
  }
  let fraction = 0;
  for (let n = 60; n >= 1; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / (2 * Math.sqrt(Math.PI) * (x + fraction));
}
