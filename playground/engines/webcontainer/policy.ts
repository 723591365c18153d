/**
 * What the page of the playground needs besides the policy of a page with the embedded engine.
 *
 * - The client opens one frame, `https://stackblitz.com/headless`, and speaks to it over a port. What
 *   that frame opens or fetches falls under its own policy. We never show a page that a program
 *   serves, so no other host is named.
 * - The terminal (xterm) writes its colors into style elements while it runs; no hash can know them.
 *   Styles cannot run, and the other directives let them load nothing from elsewhere.
 */
export const pageSources: Readonly<Record<'frame-src' | 'style-src-elem', readonly string[]>> = {
  'frame-src': ['https://stackblitz.com'],
  'style-src-elem': ["'self'", "'unsafe-inline'"],
};
