import { parser } from '@prometheus-io/lezer-promql';

/** The places at which an expression is no PromQL. */
export function promqlMistakes(expression: string): readonly string[] {
  const found: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, from }) => {
      if (type.isError) found.push(`${expression} at ${from}`);
    },
  });
  return found;
}

export interface Dashboard {
  readonly panels: readonly {
    readonly id: number;
    readonly gridPos: {
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
    };
    readonly targets?: readonly { readonly refId: string; readonly expr: string }[];
  }[];
}

/** Pairs of panels of which one lies on the other, panels beside the grid, ids that occur twice. */
export function misplaced({ panels }: Dashboard): readonly string[] {
  const ids = panels.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const wrong = panels.flatMap((one, index) => {
    const { x, y, w, h } = one.gridPos;
    const outside = x < 0 || x + w > 24 || w <= 0 || h <= 0 ? [`${one.id} leaves the grid`] : [];
    const over = panels
      .slice(index + 1)
      .filter(
        ({ gridPos: other }) =>
          x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h,
      );
    return [...outside, ...over.map(({ id }) => `${one.id} lies on ${id}`)];
  });
  return [...twice.map((id) => `${id} occurs twice`), ...wrong];
}

const known = new Set<string>();

/** What is wrong with a dashboard; each expression is read once. */
export function dashboardMistakes(text: string): readonly string[] {
  const dashboard = JSON.parse(text) as Dashboard;
  const fresh = dashboard.panels
    .flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
    .filter((expr) => !known.has(expr));
  for (const expr of fresh) known.add(expr);
  return [...misplaced(dashboard), ...fresh.flatMap(promqlMistakes)];
}
