/**
 * `npm run diagrams`: draws every Mermaid source whose committed SVG is missing or stale, and takes
 * away drawings without a source. `--all` draws all of them.
 */
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { recipe } from '../src/ui/diagram/fingerprint.ts';
import { problemsOf } from './diagrams/check-source.ts';
import { findOrphans, findSources, type DiagramSource } from './diagrams/committed.ts';
import { openRenderer, type Renderer } from './diagrams/renderer.ts';
import { toSvg } from './diagrams/to-svg.ts';

const root = join(import.meta.dirname, '..');

function checkMermaidVersion(): void {
  const { version } = createRequire(import.meta.url)('mermaid/package.json') as { version: string };
  if (version !== recipe.mermaid) {
    throw new Error(
      `Mermaid ${version} is installed, the recipe says ${recipe.mermaid}: change it in src/ui/diagram/fingerprint.ts and look at every drawing`,
    );
  }
}

/** @returns whether the drawing could be made */
async function drawOne(renderer: Renderer, diagram: DiagramSource): Promise<boolean> {
  try {
    const [problem] = problemsOf(diagram.source);
    if (problem !== undefined) throw new Error(problem);
    const drawing = await renderer.render(diagram.source);
    const svg = toSvg(drawing, diagram.id, diagram.fingerprint);
    await writeFile(join(root, diagram.svgPath), svg);
    console.log(`drawn  ${diagram.svgPath} (${svg.length} bytes)`);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`failed ${diagram.sourcePath}: ${message.replace('page.evaluate: Error: ', '')}`);
    return false;
  }
}

async function drawAll(diagrams: readonly DiagramSource[]): Promise<boolean> {
  const renderer = await openRenderer();
  try {
    const results: boolean[] = [];
    for (const diagram of diagrams) results.push(await drawOne(renderer, diagram));
    return results.every(Boolean);
  } finally {
    await renderer.close();
  }
}

checkMermaidVersion();
for (const path of await findOrphans(root)) {
  await rm(join(root, path));
  console.log(`gone   ${path}`);
}
const sources = await findSources(root);
const toDraw = process.argv.includes('--all') ? sources : sources.filter((one) => one.isStale);
const allDrawn = toDraw.length === 0 || (await drawAll(toDraw));
console.log(`${sources.length} diagrams, ${toDraw.length} to draw`);
process.exitCode = allDrawn ? 0 : 1;
