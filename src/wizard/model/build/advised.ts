import { fullTeams } from '../measures.ts';
import type { Solution } from '../solution.ts';

/** So many deployables one team of three can at most look after, one for every two engineers. */
const engineersPerDeployable = 2;

/** How many deployables are advised: one; one per full team, two to eight; or one per full team, at least three. */
export function advisedDeployables({
  facts,
  decisions,
}: Pick<Solution, 'facts' | 'decisions'>): number {
  const style = decisions.style.chosen;
  if (style === 'modular-monolith') return 1;
  const affordable = Math.floor(facts.engineers / engineersPerDeployable);
  const wanted = Math.min(fullTeams(facts), affordable);
  return style === 'service-based' ? Math.min(8, Math.max(2, wanted)) : Math.max(3, wanted);
}
