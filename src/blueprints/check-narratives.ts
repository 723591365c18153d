/** Holds the narratives against the presets, and their headings against the agreed ones. Build only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headingsOf } from '../catalogue/load/headings.ts';
import type { Heading } from '../catalogue/load/headings.ts';
import type { Problem } from '../catalogue/load/problem.ts';
import type { Preset } from '../wizard/presets/preset.ts';

const FOLDER = 'content/blueprints';
const KEY_SECTION = 'Three decisions that matter';
const KEY_DECISIONS = 3;

const SECTIONS = [
  'Context',
  KEY_SECTION,
  'What a reviewer would challenge',
  'How it grows',
  'How it fails',
] as const;

/**
 * @param root folder of the repository
 * @returns what is wrong: a preset without a narrative, a narrative without a preset, a title that
 * is not the preset's, and headings that are not the agreed ones
 */
export function narrativeProblems(root: string, presets: readonly Preset[]): readonly Problem[] {
  const folder = join(root, FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const bySlug = new Map(presets.map((preset) => [`${preset.slug}.md`, preset]));
  const missing = presets.filter(({ slug }) => !names.includes(`${slug}.md`)).map(missingNarrative);
  const wrong = names.flatMap((name) => {
    const preset = bySlug.get(name);
    if (preset === undefined) return [strayNarrative(name, presets)];
    return problemsIn(`${FOLDER}/${name}`, readFileSync(join(folder, name), 'utf8'), preset);
  });
  return [...missing, ...wrong];
}

function missingNarrative({ slug }: Preset): Problem {
  return {
    file: `${FOLDER}/${slug}.md`,
    line: 1,
    what: 'is missing',
    whatToDo: `Write the narrative of src/wizard/presets/${slug}.ts there, or remove that preset.`,
  };
}

function strayNarrative(name: string, presets: readonly Preset[]): Problem {
  return {
    file: `${FOLDER}/${name}`,
    line: 1,
    what: 'belongs to no preset',
    whatToDo: `Name it after one of: ${presets.map(({ slug }) => slug).join(', ')}.`,
  };
}

function problemsIn(file: string, text: string, { title }: Preset): readonly Problem[] {
  const headings = headingsOf(text);
  const titles = headings.filter(({ depth }) => depth === 2);
  const titleLine = text.split('\n').findIndex((line) => line.startsWith('title:')) + 1;
  const ownTitle = /^title: *(['"]?)(.*)\1 *$/mu.exec(text)?.[2];
  return [
    ...(ownTitle === title
      ? []
      : [
          {
            file,
            line: Math.max(1, titleLine),
            what: `has the title "${ownTitle ?? ''}"`,
            whatToDo: `Give it the title of its preset: ${title}`,
          },
        ]),
    ...sectionProblems(file, titles),
    ...keyDecisionProblems(file, headings),
  ];
}

function sectionProblems(file: string, titles: readonly Heading[]): readonly Problem[] {
  const differs = Array.from(
    { length: Math.max(titles.length, SECTIONS.length) },
    (_, i) => i,
  ).find((i) => titles[i]?.text !== SECTIONS[i]);
  if (differs === undefined) return [];
  const [found, wanted] = [titles[differs], SECTIONS[differs]];
  const what = found
    ? `has the heading "${found.text}"`
    : `lacks the heading "${wanted ?? ''}" at its end`;
  const whatToDo = `Its level-2 headings are, in this order: ${SECTIONS.join(' · ')}.`;
  return [{ file, line: found?.line ?? 1, what, whatToDo }];
}

function keyDecisionProblems(file: string, headings: readonly Heading[]): readonly Problem[] {
  const start = headings.findIndex(({ depth, text }) => depth === 2 && text === KEY_SECTION);
  if (start === -1) return [];
  const rest = headings.slice(start + 1);
  const end = rest.findIndex(({ depth }) => depth === 2);
  const own = rest.slice(0, end === -1 ? undefined : end).filter(({ depth }) => depth === 3);
  if (own.length === KEY_DECISIONS) return [];
  const what = `has ${own.length} level-3 headings under "${KEY_SECTION}"`;
  const whatToDo = `Write ${KEY_DECISIONS}: one for each decision.`;
  return [{ file, line: headings[start]?.line ?? 1, what, whatToDo }];
}
