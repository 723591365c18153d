/** Makes the search index out of the library and the blueprints. Build only. */
import { getCategory, getLibrary, getPattern, hrefOf } from '../catalogue/query.ts';
import type { Capability } from '../catalogue/load/catalogue.ts';
import type { Pattern } from '../catalogue/schema/pattern.ts';
import { blueprintEntries } from './blueprint-entries.ts';
import type { GlanceRow, PageFacts, SearchEntry } from './entry.ts';
import { symptomsAhead } from './symptoms-ahead.ts';

function glanceRow({ label, value, to }: Pattern['glance'][number]): GlanceRow {
  return to === undefined ? { label, value } : { label, value, url: hrefOf(to) };
}

function factsOf({ aliases, observe, verdict, glance }: Pattern): PageFacts {
  return {
    aliases,
    metrics: observe.metrics.map((metric) => metric.name),
    verdict: `${verdict.gives} ${verdict.costs}`,
    glance: glance.map(glanceRow),
  };
}

function entryOf(capability: Capability): SearchEntry {
  const { id, name, topics, category } = capability;
  const base = { name, url: hrefOf(id), category: getCategory(category).shortName, topics };
  const data = getPattern(id)?.data;
  if (data === undefined) return { ...base, symptoms: symptomsAhead[id] ?? [] };
  return { ...base, symptoms: data.symptoms, page: factsOf(data) };
}

/**
 * @returns every capability, in the catalogue's order, then every blueprint
 * @throws Error naming a page whose symptoms stand in two places
 */
export function buildIndex(): SearchEntry[] {
  const ids = Object.keys(symptomsAhead);
  const twice = ids.find((id) => getPattern(id) !== undefined);
  if (twice !== undefined) {
    throw new Error(
      `patterns/${twice}/index.mdx is written: move its symptoms there from src/search/symptoms-ahead.ts`,
    );
  }
  return [...[...getLibrary().byId.values()].map(entryOf), ...blueprintEntries()];
}
