import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { categorySchema } from '../schema/category.ts';

/** The text of `src/catalogue/ids.ts`: types only, so they cost the browser nothing. */
export function renderIds(root: string): string {
  const folder = join(root, 'content/catalogue');
  const categories = readdirSync(folder)
    .sort()
    .map((name) => categorySchema.parse(parse(readFileSync(join(folder, name), 'utf8'))))
    .sort((a, b) => a.order - b.order);
  const slugs = categories.map((category) => `  | '${category.slug}'`);
  const ids = categories.flatMap((category) =>
    category.capabilities.map((capability) => `  | '${category.slug}/${capability.slug}'`),
  );
  return `// Generated from content/catalogue by scripts/catalogue-ids.ts: do not edit.

/** The categories. */
export type CategorySlug =
${slugs.join('\n')};

/** The capabilities, as \`<category>/<capability>\`. */
export type CapabilityId =
${ids.join('\n')};
`;
}
