import { nearest } from '../../lib/edit-distance.ts';
import type { Catalogue } from './catalogue.ts';
import type { WrittenPattern } from './patterns.ts';
import type { Problem } from './problem.ts';
import { suggestId } from './suggest-id.ts';

const CAPABILITY = /\bid="([^"]*)"/;

/** Components of the prose that the page does not import, and links to unknown capabilities. */
export function checkComponents(pattern: WrittenPattern, catalogue: Catalogue): Problem[] {
  return [...notImported(pattern), ...unknownCapabilities(pattern, catalogue)];
}

function notImported({ file, components, imported }: WrittenPattern): Problem[] {
  return components
    .filter(({ name }) => !imported.includes(name))
    .map(({ name, line }) => {
      const [meant] = nearest(name, imported);
      const hint = meant === undefined ? "Import it from '#mdx'." : `Did you mean: ${meant}?`;
      const whatToDo = `${hint} src/mdx/index.ts lists what a page may use.`;
      return { file, line, what: `<${name}> is not imported`, whatToDo };
    });
}

function unknownCapabilities(
  { file, components }: WrittenPattern,
  catalogue: Catalogue,
): Problem[] {
  return components
    .filter(({ name }) => name === 'Cap')
    .flatMap(({ attributes, line }) => {
      const id = CAPABILITY.exec(attributes)?.[1];
      if (id === undefined || catalogue.byId.has(id)) return [];
      const what = `"${id}" is not in the catalogue`;
      return [{ file, line, what, whatToDo: suggestId(id, catalogue) }];
    });
}
