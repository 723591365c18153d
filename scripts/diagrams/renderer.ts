import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { BROWSER_ARGUMENTS, findBrowser } from '../browser.ts';
import type { draw } from './in-page/draw.ts';
import type { Drawing } from './drawing.ts';
import { fontFamily, mermaidConfig } from './mermaid-config.ts';
import { wideningEm } from './widest-font.ts';

declare const inPage: { draw: typeof draw };

/** A browser page with Mermaid in it. */
export interface Renderer {
  /** @throws Error with what is wrong with the diagram */
  render(source: string): Promise<Drawing>;
  close(): Promise<void>;
}

async function bundleInPageCode(): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('in-page/draw.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'inPage',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

async function preparePage(page: Page): Promise<void> {
  const mermaidFolder = createRequire(import.meta.url).resolve('mermaid/package.json');
  await page.setContent('<!doctype html><title>Diagrams</title>');
  const spacing = await wideningEm(page, fontFamily);
  // On the page and not in Mermaid's theme: its sequence diagrams measure words outside of it.
  await page.addStyleTag({ content: `text, tspan { letter-spacing: ${spacing}em }` });
  await page.addScriptTag({ path: mermaidFolder.replace('package.json', 'dist/mermaid.min.js') });
  await page.addScriptTag({ content: await bundleInPageCode() });
}

/** Opens a browser; the caller closes the renderer. */
export async function openRenderer(): Promise<Renderer> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [...BROWSER_ARGUMENTS],
  });
  const page = await browser.newPage();
  await preparePage(page);
  return {
    render: (source) =>
      page.evaluate(([text, config]) => inPage.draw(text, config), [
        source,
        mermaidConfig,
      ] as const),
    close: () => browser.close(),
  };
}
