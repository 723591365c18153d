import type { WrittenPattern } from './patterns.ts';
import { problemAt } from './problem-at.ts';
import type { Problem } from './problem.ts';

/** Topics of the seed that no heading of the page treats, and entries that lead nowhere. */
export function checkCoverage(pattern: WrittenPattern, topics: readonly string[]): Problem[] {
  const { covers } = pattern.data;
  const slugs = new Set(pattern.headings.map((heading) => heading.slug));
  const uncovered = topics.filter((topic) => !Object.hasOwn(covers, topic));
  const unknown = Object.keys(covers).filter((topic) => !topics.includes(topic));
  const nowhere = Object.entries(covers).filter(([, anchor]) => !slugs.has(anchor));
  return [
    ...uncovered.map((topic) =>
      problemAt(
        pattern,
        ['covers'],
        `topic "${topic}" of the seed is not covered`,
        'Treat it under a heading and add "topic: heading-anchor" to covers.',
      ),
    ),
    ...unknown.map((topic) =>
      problemAt(
        pattern,
        ['covers', topic],
        `"${topic}" is no topic of this capability`,
        `Its topics: ${topics.join(', ')}.`,
      ),
    ),
    ...nowhere.map(([topic, anchor]) =>
      problemAt(
        pattern,
        ['covers', topic],
        `no heading of the page has the anchor "${anchor}"`,
        `Anchors here: ${[...slugs].join(', ')}.`,
      ),
    ),
  ];
}
