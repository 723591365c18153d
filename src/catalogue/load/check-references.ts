/** What a schema cannot see: ids, relation targets, topics and sections, each with its line. */
import type { Catalogue } from './catalogue.ts';
import { checkComponents } from './check-components.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkSections } from './check-sections.ts';
import type { WrittenPattern } from './patterns.ts';
import { problemAt } from './problem-at.ts';
import type { Problem } from './problem.ts';
import { suggestId } from './suggest-id.ts';

/** Every problem of one page that shows only beside the catalogue. */
export function checkReferences(pattern: WrittenPattern, catalogue: Catalogue): Problem[] {
  const capability = catalogue.byId.get(pattern.id);
  if (!capability) {
    return [
      {
        file: pattern.file,
        line: 1,
        what: `"${pattern.id}" is not in the catalogue`,
        whatToDo: suggestId(pattern.id, catalogue),
      },
    ];
  }
  return [
    ...unknownTargets(pattern, catalogue),
    ...checkCoverage(pattern, capability.topics),
    ...checkSections(pattern),
    ...unknownLibraries(pattern),
    ...checkComponents(pattern, catalogue),
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
      problemAt(pattern, path, `"${to}" is not in the catalogue`, suggestId(to, catalogue)),
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
