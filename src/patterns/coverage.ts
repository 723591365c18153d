/** The coverage table: which heading treats which topic of the seed. */
import { getLibrary, hrefOf } from '../catalogue/query.ts';
import type { Capability, Category } from '../catalogue/load/catalogue.ts';

interface CoveredTopic {
  readonly name: string;
  /** Address of the heading that treats it; absent where the page is not written. */
  readonly href: string | undefined;
}

interface CapabilityCoverage {
  readonly name: string;
  readonly href: string;
  readonly isWritten: boolean;
  readonly topics: readonly CoveredTopic[];
}

interface CategoryCoverage {
  readonly slug: string;
  readonly name: string;
  /** Number of capabilities whose page is written. */
  readonly written: number;
  readonly capabilities: readonly CapabilityCoverage[];
}

export interface Coverage {
  readonly categories: readonly CategoryCoverage[];
  /** Numbers of topics. */
  readonly covered: number;
  readonly total: number;
}

/** The whole table, in the seed's order, with its counts. */
export function coverage(): Coverage {
  const categories = getLibrary().categories.map(coverageOfCategory);
  const topics = categories
    .flatMap(({ capabilities }) => capabilities)
    .flatMap((one) => one.topics);
  const covered = topics.filter(({ href }) => href !== undefined).length;
  return { categories, covered, total: topics.length };
}

function coverageOfCategory({ slug, name, capabilities }: Category): CategoryCoverage {
  const rows = capabilities.map(coverageOfCapability);
  const written = rows.filter(({ isWritten }) => isWritten).length;
  return { slug, name, written, capabilities: rows };
}

function coverageOfCapability({ id, name, topics }: Capability): CapabilityCoverage {
  const covers = getLibrary().patterns.get(id)?.data.covers;
  const href = hrefOf(id);
  const hrefOfTopic = (topic: string): string | undefined => {
    const anchor = covers?.[topic];
    return anchor === undefined ? undefined : `${href}#${anchor}`;
  };
  return {
    name,
    href,
    isWritten: covers !== undefined,
    topics: topics.map((topic) => ({ name: topic, href: hrefOfTopic(topic) })),
  };
}
