import type { DecisionEntry } from '../../model/decision-kinds.ts';
import { alternative, alternativesOf, decisionIds, decisions } from '../../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../../model/decisions.ts';
import type { Decision, Reason } from '../../model/solution.ts';
import type { RecordContext } from '../adr.ts';
import { saidReason } from '../reason-words.ts';

/** The columns that the radar of Thoughtworks reads (https://www.thoughtworks.com/radar/byor). */
export const radarColumns = ['name', 'ring', 'quadrant', 'isNew', 'description'] as const;

export const rings = ['adopt', 'trial', 'assess', 'hold'] as const;

export const quadrants = ['techniques', 'platforms', 'tools', 'languages & frameworks'] as const;

type Ring = (typeof rings)[number];
type Quadrant = (typeof quadrants)[number];

interface Blip {
  readonly name: string;
  readonly ring: Ring;
  readonly quadrant: Quadrant;
  readonly description: string;
}

/**
 * A technology radar of this design. Adopt: decided, for a reason that somebody stated. Trial:
 * decided on assumptions, or pinned against a rule. Assess: the next step up, once what would change
 * the decision comes true. Hold: forbidden by a rule.
 */
export function radar({ solution }: RecordContext): string {
  const blips = decisionIds.flatMap((id) => blipsOf(solution.decisions[id]));
  const rows = blips.map(({ name, ring, quadrant, description }) => [
    name,
    ring,
    quadrant,
    'FALSE',
    description,
  ]);
  return [radarColumns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function blipsOf(decision: Decision): readonly Blip[] {
  const { id, chosen, rejected, revisitWhen } = decision;
  const [reason] = decision.because;
  const next = nextStep(decision);
  return [
    blip(id, chosen, ringOf(decision, reason), reason === undefined ? '' : saidReason(reason)),
    ...rejected.flatMap((each) => {
      if (each.vetoed) return [blip(id, each.alternative, 'hold', saidReason(each.reason))];
      if (each.alternative !== next) return [];
      return [blip(id, each.alternative, 'assess', `Look at it when ${revisitWhen}.`)];
    }),
  ];
}

function ringOf({ brokenVetoes }: Decision, reason: Reason | undefined): Ring {
  return brokenVetoes.length > 0 || reason?.assumed === true ? 'trial' : 'adopt';
}

/** The next dearer alternative that no rule forbids. */
function nextStep({ id, chosen, rejected }: Decision): AlternativeId | undefined {
  const names = alternativesOf(id);
  const dearer = new Set<AlternativeId>(names.slice(names.indexOf(chosen) + 1));
  return rejected.find((each) => !each.vetoed && dearer.has(each.alternative))?.alternative;
}

function blip(id: DecisionId, name: AlternativeId, ring: Ring, description: string): Blip {
  const entry: DecisionEntry = decisions[id];
  return {
    name: `${entry.title}: ${alternative(id, name).label}`,
    ring,
    quadrant: quadrantOf(id),
    description,
  };
}

/** Decisions that choose a thing to run or to write with; all others choose a way to work. */
const quadrantsByDecision: Readonly<Record<string, Quadrant>> = {
  broker: 'platforms',
  edge: 'platforms',
  platform: 'platforms',
  discovery: 'platforms',
  mesh: 'platforms',
  backplane: 'platforms',
  telemetry: 'tools',
  language: 'languages & frameworks',
};

function quadrantOf(id: DecisionId): Quadrant {
  return quadrantsByDecision[id] ?? 'techniques';
}

/** A cell of RFC 4180; a leading sign is kept from being read as a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
