import type { Architecture } from './architecture.ts';
import type { DowntimeEstimate } from './estimate-kinds.ts';
import { grouped } from './fact-words.ts';
import { downtimeMinutes, minutesInWords, minutesPerMonth } from './months.ts';
import type { Solution } from './solution.ts';

/** How much of the downtime that the target leaves the outside systems may use up. */
export function downtimeEstimate(
  { facts }: Solution,
  { connections, dependencies: others }: Architecture,
): DowntimeEstimate {
  const budgetMinutes = downtimeMinutes(Number(facts.availability));
  const waits = connections.some((each) => each.kind === 'sync' && each.to === 'outside');
  const inherits = waits && facts.whenDown === 'fail';
  const minutes = downtimeMinutes(Number(facts.outsideAvailability));
  const dependencies = Array.from({ length: inherits ? facts.outsideCalls : 0 }, (_, index) => ({
    label: `outside system ${index + 1}`,
    minutes,
  }));
  const hasProvider = others.some(({ id }) => id === 'identity');
  return {
    kind: 'downtime',
    title: 'Downtime a month',
    finding: findingOf(`${facts.availability} %`, budgetMinutes, dependencies.length * minutes),
    formula: `(1 − availability) × ${grouped(minutesPerMonth)} minutes; small downtimes of parts that are all needed add up`,
    assumptions: [
      'a month has 30 days',
      'outages do not overlap, which is the worst case',
      'your own platform and database are not counted; their providers state their own figures',
      'n replicas that failed independently would be up 1 − (1 − a)ⁿ of the time; they share a network, a database and each release, so count on less',
      ...(hasProvider
        ? ['while the identity provider is down only new sign-ins fail, which is not counted']
        : []),
    ],
    source: {
      title: 'Site Reliability Engineering, appendix A, Availability Table',
      url: 'https://sre.google/sre-book/availability-table/',
    },
    budgetMinutes,
    dependencies,
  };
}

function findingOf(target: string, budget: number, used: number): string {
  const leaves = `${target} leaves ${minutesInWords(budget)} a month`;
  if (used === 0) return `${leaves}, and no outside system uses any of it.`;
  return `${leaves}; what you wait for outside may be down ${minutesInWords(used)}, ${compared(used / budget)}.`;
}

function compared(ratio: number): string {
  if (ratio < 1) return `${Math.round(ratio * 100)} % of that`;
  const times = ratio < 10 ? Number(ratio.toFixed(1)) : Math.round(ratio);
  return times === 1 ? 'all of that' : `${grouped(times)} times that`;
}
