import { describe, expect, it } from 'vitest';
import { files } from '../../../src/wizard/artefacts/files.ts';
import type { Check } from '../../../src/wizard/artefacts/files.ts';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { brokenInvariants } from '../../../src/wizard/model/invariants.ts';
import { checks, elsewhere } from './checks/table.ts';
import { manyDesigns, namedDesigns, pinnedDesigns, randomDesigns } from './designs.ts';
import { hasPromtool, promtool } from './promtool.ts';
import { patienceMs } from './runs.ts';

/** The texts for promtool, which takes all of them at once. */
const rules = new Set<string>();
const seen = new Set<Check>();

async function mistakesOf(context: RecordContext): Promise<readonly string[]> {
  const all = files(context.solution, context.architecture, context);
  const design = { context, texts: new Map(all.map(({ path, text }) => [path, text])) };
  const found = [...brokenInvariants(context.architecture, context.solution)];
  for (const file of all) {
    seen.add(file.checkedBy);
    if (file.checkedBy === 'promtool') rules.add(file.text);
    const mistakes = (await checks[file.checkedBy]?.(file, design)) ?? [];
    found.push(...mistakes.map((mistake) => `${file.path}: ${mistake}`));
  }
  return found;
}

function* everyDesign(): Generator<RecordContext> {
  yield* namedDesigns;
  yield* pinnedDesigns();
  yield* randomDesigns(manyDesigns);
}

describe(`the files of ${manyDesigns} random designs, of all pins and of all presets`, () => {
  it(
    'stand the checks that they name, and what they are made from keeps the invariants',
    async () => {
      for (const context of everyDesign()) {
        const mistakes = await mistakesOf(context);
        if (mistakes.length === 0) continue;
        expect(mistakes.slice(0, 5), JSON.stringify(context.solution.state)).toEqual([]);
      }
    },
    patienceMs,
  );

  it.runIf(hasPromtool)(
    'have rules that promtool takes',
    async () => {
      const named = Object.fromEntries([...rules].map((text, index) => [`${index}.yml`, text]));
      expect(rules.size).toBeGreaterThan(100);
      const { ok, output } = await promtool(['check', 'rules', ...Object.keys(named)], named);
      expect(ok, output).toBe(true);
    },
    patienceMs,
  );

  it('name no check that nothing makes', () => {
    const made = [...Object.keys(checks), ...Object.keys(elsewhere)];
    expect([...seen].filter((check) => !made.includes(check))).toEqual([]);
    expect(made.filter((check) => !seen.has(check as Check))).toEqual([]);
  });
});
