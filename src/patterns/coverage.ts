/** The coverage table: which heading treats which topic of the seed. */
import { getLibrary, hrefOf } from '../catalogue/query.ts';
import type { Capability } from '../catalogue/load/catalogue.ts';

export interface CoverageRow {
  readonly capability: string;
  readonly topic: string;
  /** Absent where the page is not written. */
  readonly heading: { readonly text: string; readonly href: string } | undefined;
}

interface CategoryCoverage {
  readonly slug: string;
  readonly name: string;
  readonly rows: readonly CoverageRow[];
}

export interface Coverage {
  readonly categories: readonly CategoryCoverage[];
  readonly covered: number;
  readonly total: number;
}

/** The whole table, in the seed's order, with its counts. */
export function coverage(): Coverage {
  const categories = getLibrary().categories.map(({ slug, name, capabilities }) => ({
    slug,
    name,
    rows: capabilities.flatMap(rowsOf),
  }));
  const rows = categories.flatMap((category) => category.rows);
  return { categories, covered: rows.filter((row) => row.heading).length, total: rows.length };
}

function rowsOf({ id, name, topics }: Capability): readonly CoverageRow[] {
  const pattern = getLibrary().patterns.get(id);
  return topics.map((topic) => {
    const anchor = pattern?.data.covers[topic];
    const heading = pattern?.headings.find((each) => each.slug === anchor);
    return {
      capability: name,
      topic,
      heading: heading && { text: heading.text, href: `${hrefOf(id)}#${heading.slug}` },
    };
  });
}
