import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

/**
 * A pattern page's description is its verdict, unless its author wrote another; and the sidebar of
 * Starlight's own route data is dropped, since ours is drawn from the catalogue (sidebar.ts).
 */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  route.sidebar = [];
  route.head = route.head.filter(
    ({ tag, attrs }) => !(tag === 'meta' && attrs?.['name'] === 'generator'),
  );
});
