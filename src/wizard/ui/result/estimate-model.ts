import { downtimeMinutes, minutesInWords } from '../../model/estimates.ts';
import type {
  CapacityCase,
  CapacityEstimate,
  DowntimeEstimate,
  Estimate,
} from '../../model/estimates.ts';
import type { Source } from '../../model/decision-kinds.ts';
import { facts } from '../../model/facts.ts';

/** A piece of a bar; place and width in percent of the drawing. */
export interface Box {
  readonly x: number;
  readonly width: number;
  readonly style: 'free' | 'busy' | 'over' | 'part';
  readonly text?: string;
}

export interface BarRow {
  readonly label: string;
  readonly value: string;
  /** More than there is: said in words and drawn hatched. */
  readonly isOver: boolean;
  readonly boxes: readonly Box[];
}

/** An estimate that needs no arithmetic any more to be drawn. */
export interface EstimateModel {
  readonly title: string;
  readonly finding: string;
  readonly rows: readonly BarRow[];
  readonly formula: string;
  readonly assumptions: readonly string[];
  readonly source: Source;
}

/** Up to this many workers are drawn one by one. */
const MOST_CELLS = 16;
/** So that two workers do not fill the whole width. */
const LEAST_CELLS = 6;

/** Turns an estimate into bars on one scale. */
export function estimateModel(estimate: Estimate): EstimateModel {
  const { title, finding, formula, assumptions, source } = estimate;
  const rows = estimate.kind === 'downtime' ? downtimeRows(estimate) : capacityRows(estimate);
  return { title, finding, formula, assumptions, source, rows };
}

function downtimeRows({ budgetMinutes, dependencies }: DowntimeEstimate): readonly BarRow[] {
  const used = dependencies.reduce((sum, { minutes }) => sum + minutes, 0);
  if (used === 0) return neighboringTargets(budgetMinutes);
  const scale = 100 / Math.max(budgetMinutes, used);
  const budget: BarRow = {
    label: 'your target leaves',
    value: minutesInWords(budgetMinutes),
    isOver: false,
    boxes: [{ x: 0, width: budgetMinutes * scale, style: 'free' }],
  };
  const isOver = used > budgetMinutes;
  const spent: BarRow = {
    label: 'what you wait for outside may use',
    value: minutesInWords(used),
    isOver,
    boxes: dependencies.map(({ label, minutes }, index) => ({
      x: index * minutes * scale,
      width: minutes * scale,
      style: (index + 1) * minutes > budgetMinutes ? 'over' : 'part',
      text: label,
    })),
  };
  return [budget, spent];
}

/** Where nothing spends the budget, the targets beside it show what a nine more or less means. */
function neighboringTargets(budgetMinutes: number): readonly BarRow[] {
  const targets = facts.availability.options.map((option) => ({
    label: facts.availability.words[option],
    minutes: downtimeMinutes(Number(option)),
  }));
  const own = targets.findIndex(({ minutes }) => minutes === budgetMinutes);
  const shown = targets.slice(Math.max(0, own - 1), own + 2);
  const scale = 100 / Math.max(...shown.map(({ minutes }) => minutes));
  return shown.map(({ label, minutes }) => {
    const isOwn = minutes === budgetMinutes;
    return {
      label: isOwn ? `${label}, your target` : label,
      value: minutesInWords(minutes),
      isOver: false,
      boxes: [{ x: 0, width: minutes * scale, style: isOwn ? 'part' : 'free' }],
    };
  });
}

function capacityRows({ cases, busyWorkers }: CapacityEstimate): readonly BarRow[] {
  const most = Math.max(busyWorkers, ...cases.map(({ workers }) => workers));
  const slots = Math.max(LEAST_CELLS, Math.ceil(most));
  return cases.map((each) => ({
    label: each.label,
    value: capacityInWords(each, busyWorkers),
    isOver: each.utilization >= 1,
    boxes:
      slots > MOST_CELLS ? wholeBar(each, busyWorkers, slots) : cells(each, busyWorkers, slots),
  }));
}

/** One box a worker, filled as far as it is busy; what nobody can work on stands beyond them. */
function cells({ workers }: CapacityCase, busy: number, slots: number): readonly Box[] {
  const step = 100 / slots;
  const width = step * 0.9;
  return Array.from({ length: Math.max(workers, Math.ceil(busy)) }, (_, index): Box[] => {
    const x = index * step;
    const share = Math.min(1, Math.max(0, busy - index));
    if (index >= workers) return [{ x, width: width * share, style: 'over' }];
    const free: Box = { x, width, style: 'free' };
    return share === 0 ? [free] : [free, { x, width: width * share, style: 'busy' }];
  }).flat();
}

function wholeBar({ workers }: CapacityCase, busy: number, slots: number): readonly Box[] {
  const step = 100 / slots;
  const carried = Math.min(busy, workers);
  const bar: Box[] = [
    { x: 0, width: workers * step, style: 'free' },
    { x: 0, width: carried * step, style: 'busy' },
  ];
  if (busy > workers)
    bar.push({ x: workers * step, width: (busy - workers) * step, style: 'over' });
  return bar;
}

function capacityInWords({ utilization, waitMs, workers }: CapacityCase, busy: number): string {
  if (waitMs === undefined) return `overload: ${short(busy)} on ${workers}`;
  const waits = waitMs < 1 ? 'under 1 ms' : `${Math.round(waitMs)} ms`;
  return `${Math.round(utilization * 100)} % busy, waits ${waits}`;
}

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
