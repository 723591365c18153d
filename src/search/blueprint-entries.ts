/** The blueprints in the search index. Build only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { narrativeSchema } from '../catalogue/schema/narrative.ts';
import type { Preset } from '../wizard/presets/preset.ts';
import { presets } from '../wizard/presets/presets.ts';
import type { SearchEntry } from './entry.ts';

/** @throws where a narrative is missing or lacks its frontmatter */
export function blueprintEntries(): readonly SearchEntry[] {
  return presets.map((preset) => ({
    name: preset.title,
    url: `/blueprints/${preset.slug}/`,
    category: 'Blueprint',
    topics: [],
    symptoms: [],
    blueprint: { request: preset.request, description: descriptionOf(preset) },
  }));
}

function descriptionOf({ slug }: Preset): string {
  const text = readFileSync(join(process.cwd(), 'content/blueprints', `${slug}.md`), 'utf8');
  const [, frontmatter = ''] = /^---\n([\s\S]*?)\n---\n/u.exec(text) ?? [];
  return narrativeSchema.parse(parse(frontmatter)).description;
}
