/** Beyond this many servers a request practically never waits below full use, and the sum is not worth its time. */
const largestSum = 20_000;

/**
 * Erlang C: the probability that an arriving request has to wait, by the recursion for Erlang B
 * (B₀ = 1, Bₙ = a·Bₙ₋₁ / (n + a·Bₙ₋₁)) and C = B / (1 − ρ·(1 − B)).
 * @param servers workers that can serve at the same time, at least 1
 * @param busy offered load in Erlang: arrivals per second × seconds of service, below `servers`
 */
export function erlangC(servers: number, busy: number): number {
  if (servers > largestSum) return 0;
  let blocked = 1;
  for (let n = 1; n <= servers; n += 1) blocked = (busy * blocked) / (n + busy * blocked);
  const utilization = busy / servers;
  return blocked / (1 - utilization * (1 - blocked));
}

/** How long requests wait for a server of an M/M/c queue, in the unit of the service time. */
export interface Waiting {
  /** Share of the requests that wait at all. */
  readonly probability: number;
  readonly average: number;
  /** 95 of 100 requests wait no longer. */
  readonly p95: number;
}

/**
 * The wait in an M/M/c queue: on average C · S / (c − a); longer than t with the probability
 * C · e^(−(c − a) · t / S), which is solved for 5 %.
 * @param servers c, at least 1
 * @param busy a, the offered load in Erlang, below `servers`
 * @param serviceTime S
 */
export function waiting(servers: number, busy: number, serviceTime: number): Waiting {
  const probability = erlangC(servers, busy);
  const pace = serviceTime / (servers - busy);
  return {
    probability,
    average: probability * pace,
    p95: Math.max(0, Math.log(probability / 0.05)) * pace,
  };
}
