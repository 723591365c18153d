/** The navigation beside a page: the current category's capabilities, then the other categories. */
import { getLibrary, getPattern, hrefOf, hrefOfCategory } from '../catalogue/query.ts';

export interface SidebarItem {
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
  /** Shown at the right: how many capabilities a category has. */
  readonly count?: number;
  /** The capability has no page yet: the link leads to its entry on the category's page. */
  readonly unwritten?: boolean;
}

export interface SidebarGroup {
  readonly title: string;
  readonly items: readonly SidebarItem[];
}

/** @param path the page's path, such as `/patterns/caching-strategies/cache-layers/` */
export function sidebarFor(path: string): readonly SidebarGroup[] {
  const { categories } = getLibrary();
  const slug = path.split('/')[2];
  const current = categories.find((category) => category.slug === slug);
  const others = categories.filter((category) => category !== current);
  const links: SidebarGroup = {
    title: current ? 'Other categories' : 'Categories',
    items: others.map((category) => ({
      label: category.shortName,
      href: hrefOfCategory(category.slug),
      isCurrent: false,
      count: category.capabilities.length,
    })),
  };
  if (!current) return [links];
  const own: SidebarGroup = {
    title: current.shortName,
    items: [
      {
        label: 'Overview',
        href: hrefOfCategory(current.slug),
        isCurrent: path === hrefOfCategory(current.slug),
      },
      ...current.capabilities.map((capability) => ({
        label: capability.name,
        href: hrefOf(capability.id),
        isCurrent: path === hrefOf(capability.id),
        unwritten: getPattern(capability.id) === undefined,
      })),
    ],
  };
  return [own, links];
}
