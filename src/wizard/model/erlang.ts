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

/**
 * The average wait of a request in an M/M/c queue, in the unit of `serviceTime`:
 * C · serviceTime / (servers − busy).
 */
export function waitingTime(servers: number, busy: number, serviceTime: number): number {
  return (erlangC(servers, busy) * serviceTime) / (servers - busy);
}
