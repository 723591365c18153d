import { nearest } from '../../lib/edit-distance.ts';
import type { Catalogue } from './catalogue.ts';

/** What to do about an id that is not in the catalogue: the ids it was probably meant to be. */
export function suggestId(id: string, catalogue: Catalogue): string {
  const [category = '', slug = ''] = id.split('/');
  const all = [...catalogue.byId.values()];
  const inCategory = all.filter((capability) => capability.category === category);
  const near = nearest(
    slug,
    (inCategory.length > 0 ? inCategory : all).map((capability) => capability.slug),
  );
  const sameName = all.filter((capability) => capability.slug === slug);
  const nearName = (inCategory.length > 0 ? inCategory : all).filter((capability) =>
    near.includes(capability.slug),
  );
  const meant = sameName.length > 0 ? sameName : nearName;
  if (meant.length > 0) return `Did you mean: ${meant.map((each) => each.id).join(', ')}?`;
  return inCategory.length > 0
    ? `The category has: ${inCategory.map((capability) => capability.slug).join(', ')}.`
    : 'Ids are <category>/<capability>, from content/catalogue.';
}
