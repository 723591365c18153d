import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

/** Starlight's meta elements that say nothing a page's title and description do not. */
const SAID_ALREADY = /^(?:generator|twitter:card|og:(?:locale|site_name|type|title|description))$/;

/**
 * The sidebar of Starlight's own route data is dropped, since ours is drawn from the catalogue
 * (sidebar.ts), and so are meta elements of no use.
 */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  route.sidebar = [];
  route.head = route.head.filter(({ tag, attrs }) => {
    const name = attrs?.['name'] ?? attrs?.['property'];
    return !(tag === 'meta' && typeof name === 'string' && SAID_ALREADY.test(name));
  });
  // Starlight writes the text of a title as it is.
  for (const element of route.head) {
    if (element.tag === 'title') element.content = element.content?.replaceAll('&', '&amp;');
  }
});
