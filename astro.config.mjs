// @ts-check
import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { embeddedEngine } from './scripts/vite-engine.ts';
import { leanPreload } from './scripts/vite-lean-preload.ts';
import { ownFrame } from './scripts/vite-own-frame.ts';
import { contentChecks } from './src/catalogue/load/astro-integration.ts';
import { unitsPlugin } from './src/mdx/units-plugin.ts';

const override = (/** @type {string} */ name) => `./src/starlight/overrides/${name}.astro`;

/** Hovering a link, or pressing it, fetches its page: measured at 0.55 of a plain click to paint. */
const prefetchOnHover = JSON.stringify({
  prefetch: [{ where: { href_matches: '/*' }, eagerness: 'moderate' }],
});

/** Where the site will stand; without it no canonical link, no og:url and no sitemap is written. */
const address = process.env['SITE_URL'];

export default defineConfig({
  ...(address ? { site: address } : {}),
  trailingSlash: 'always',
  prefetch: false,
  cacheDir: '.cache/astro',
  build: { inlineStylesheets: 'never' },
  vite: { plugins: [embeddedEngine(), leanPreload(), ownFrame()] },
  // Shiki would color by style attributes, which neither theme of ours could change.
  markdown: { syntaxHighlight: false, processor: satteri({ mdastPlugins: [unitsPlugin] }) },
  integrations: [
    contentChecks(),
    starlight({
      title: 'Backend Architect',
      description: 'Backend patterns with their numbers, their failure modes and code that runs.',
      favicon: '/favicon.svg',
      expressiveCode: false,
      credits: false,
      lastUpdated: false,
      pagination: false,
      pagefind: true,
      disable404Route: true,
      markdown: { headingLinks: false, processedDirs: ['./patterns', './content/docs'] },
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
      head: [{ tag: 'script', attrs: { type: 'speculationrules' }, content: prefetchOnHover }],
      // Route data replaces it with the current category and the list of the others.
      sidebar: [{ label: 'Catalogue', link: '/catalogue/' }],
      routeMiddleware: './src/starlight/route-data.ts',
      customCss: [
        './src/styles/tokens.css',
        './src/styles/base.css',
        './src/styles/frame.css',
        './src/styles/components.css',
        // One sheet for all pages: apart, these cost a pattern page 0.6 kB more.
        './src/styles/diagram.css',
        './src/styles/run-block.css',
        './src/styles/trace.css',
        './src/styles/print.css',
      ],
      components: {
        ContentPanel: override('content-panel'),
        Footer: override('footer'),
        Header: override('header'),
        MarkdownContent: override('markdown-content'),
        PageFrame: override('page-frame'),
        PageSidebar: override('page-sidebar'),
        PageTitle: override('page-title'),
        Search: override('search'),
        Sidebar: override('sidebar'),
        ThemeProvider: override('theme-provider'),
        ThemeSelect: override('theme-select'),
        TwoColumnContent: override('two-column-content'),
      },
    }),
  ],
});
