/** What a schema cannot see: ids, relation targets, topics and sections, each with its line. */
import type { Catalogue } from './catalogue.ts';
import type { WrittenPattern } from './patterns.ts';
import type { Problem } from './problem.ts';
import { requiredSections } from './sections.ts';

/** Every problem of one page that shows only beside the catalogue. */
export function checkReferences(pattern: WrittenPattern, catalogue: Catalogue): Problem[] {
  const capability = catalogue.byId.get(pattern.id);
  if (!capability) {
    return [
      {
        file: pattern.file,
        line: 1,
        what: `"${pattern.id}" is not in the catalogue`,
        whatToDo: unknownId(pattern.id, catalogue),
      },
    ];
  }
  return [
    ...unknownTargets(pattern, catalogue),
    ...coverageProblems(pattern, capability.topics),
    ...missingSections(pattern),
    ...unknownLibraries(pattern),
  ];
}

function unknownTargets(pattern: WrittenPattern, catalogue: Catalogue): Problem[] {
  const { data } = pattern;
  const targets: (readonly [readonly PropertyKey[], string])[] = [
    ...data.relations.map((relation, i) => [['relations', i, 'to'], relation.to] as const),
    ...data.prerequisites.map((to, i) => [['prerequisites', i], to] as const),
    ...data.use.instead.map((row, i) => [['use', 'instead', i, 'to'], row.to] as const),
    ...(data.scope?.siblings ?? []).map(
      (row, i) => [['scope', 'siblings', i, 'to'], row.to] as const,
    ),
    ...data.glance.flatMap((row, i) => (row.to ? [[['glance', i, 'to'], row.to] as const] : [])),
  ];
  const unknown = targets.filter(([, to]) => !catalogue.byId.has(to));
  const self = targets.filter(([, to]) => to === pattern.id);
  const slugs = new Set<string>(catalogue.categories.map((category) => category.slug));
  const alsoIn = data.alsoIn.flatMap((slug, i) => (slugs.has(slug) ? [] : [[i, slug] as const]));
  return [
    ...unknown.map(([path, to]) =>
      problemAt(pattern, path, `"${to}" is not in the catalogue`, unknownId(to, catalogue)),
    ),
    ...self.map(([path]) =>
      problemAt(pattern, path, 'the page points at itself', 'Name another capability.'),
    ),
    ...alsoIn.map(([i, slug]) =>
      problemAt(
        pattern,
        ['alsoIn', i],
        `"${slug}" is no category`,
        'Use a slug of content/catalogue.',
      ),
    ),
  ];
}

function coverageProblems(pattern: WrittenPattern, topics: readonly string[]): Problem[] {
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

function missingSections(pattern: WrittenPattern): Problem[] {
  const titles = pattern.headings.filter((heading) => heading.depth === 2);
  const positions = requiredSections.map(({ title }) =>
    titles.findIndex((heading) => heading.text === title),
  );
  return requiredSections.flatMap(({ title, component }, i) => {
    const position = positions[i] ?? -1;
    if (position < 0) return [sectionProblem(pattern, 1, title, 'is missing')];
    const line = titles[position]?.line ?? 1;
    const before = positions.slice(0, i).some((other) => other > position);
    if (before) return [sectionProblem(pattern, line, title, 'is out of order')];
    if (component && !pattern.body.includes(`<${component} />`)) {
      return [sectionProblem(pattern, line, title, `lacks its component <${component} />`)];
    }
    return [];
  });
}

function sectionProblem(
  pattern: WrittenPattern,
  line: number,
  title: string,
  what: string,
): Problem {
  const order = requiredSections.map((section) => section.title).join(' · ');
  return {
    file: pattern.file,
    line,
    what: `section "## ${title}" ${what}`,
    whatToDo: `The order is: ${order}.`,
  };
}

function unknownLibraries(pattern: WrittenPattern): Problem[] {
  const names = new Set(pattern.data.libraries.map((library) => library.name));
  return pattern.data.parameters.flatMap((parameter, i) =>
    Object.keys(parameter.defaults)
      .filter((name) => !names.has(name))
      .map((name) =>
        problemAt(
          pattern,
          ['parameters', i, 'defaults', name],
          `library "${name}" is not listed under libraries`,
          'Add it there, with version, address and the day it was checked.',
        ),
      ),
  );
}

function problemAt(
  pattern: WrittenPattern,
  path: readonly PropertyKey[],
  what: string,
  whatToDo: string,
): Problem {
  return { file: pattern.file, line: pattern.lineOf(path), what, whatToDo };
}

/** Names ids that are near: the same last part, or the same category. */
function unknownId(id: string, catalogue: Catalogue): string {
  const [category, slug = ''] = id.split('/');
  const ids = [...catalogue.byId.keys()];
  const near = ids.filter((other) => other.endsWith(`/${slug}`));
  const sameCategory = ids.filter((other) => other.startsWith(`${category}/`));
  const list = near.length > 0 ? near : sameCategory;
  return list.length > 0
    ? `Did you mean: ${list.join(', ')}?`
    : 'Ids are <category>/<capability>, from content/catalogue.';
}
