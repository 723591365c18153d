import { describe, expect, it } from 'vitest';
import { files } from '../../../src/wizard/artefacts/files.ts';
import type { GeneratedFile } from '../../../src/wizard/artefacts/files.ts';
import { runbookHeadings } from '../../../src/wizard/artefacts/runbooks/runbook.ts';
import { runbookFiles } from '../../../src/wizard/artefacts/runbooks/runbook-files.ts';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import {
  featureMistakes,
  markdownMistakes,
  radarMistakes,
  recordMistakes,
} from './checks/documents.ts';
import { designOf, distinctFiles, namedDesigns, randomDesigns, someDesigns } from './designs.ts';
import { patienceMs, runs } from './runs.ts';

const contexts = someDesigns(runs(100, 2500));

/** So many random designs are linted whole: each has a hundred pages. */
const linted = runs(25, 1000);

const everything = (context: RecordContext): readonly GeneratedFile[] =>
  files(context.solution, context.architecture, context);

describe('every page of the download, by markdownlint', () => {
  it(
    `keeps the stated rules, in ${linted} random designs and all presets`,
    () => {
      const sample = [...namedDesigns, ...randomDesigns(linted)];
      const pages = distinctFiles(sample, everything, ({ path }) => path.endsWith('.md'));
      expect(pages.length).toBeGreaterThan(300);
      expect(pages.flatMap(({ text, path }) => markdownMistakes(text, path))).toEqual([]);
    },
    patienceMs,
  );

  it('would fail on a heading that skips a level', () => {
    expect(markdownMistakes('# A\n\n### B\n')).toHaveLength(1);
  });
});

describe('the runbooks', () => {
  it('exist for every alert, and each is named by one', () => {
    for (const context of contexts) {
      const paths = runbookFiles(context).map(({ path }) => path);
      const wanted = context.architecture.alerts.map(({ runbook }) => runbook);
      expect(new Set(paths)).toEqual(new Set(wanted));
      expect(paths).toHaveLength(new Set(paths).size);
    }
  });

  it('have every section, in order and none of them empty, and name their alerts', () => {
    for (const context of contexts.slice(0, 150)) {
      for (const { path, text } of runbookFiles(context)) {
        const [head = '', ...sections] = text.split(/^## /mu);
        expect(sections.map((section) => section.split('\n')[0])).toEqual([...runbookHeadings]);
        for (const section of sections) {
          expect(section.split('\n').slice(1).join('').trim()).not.toBe('');
        }
        for (const alert of context.architecture.alerts) {
          if (alert.runbook === path) expect(head).toContain(`\`${alert.id}\``);
        }
        expect(text).not.toMatch(/undefined|\[object|NaN|Infinity/u);
      }
    }
  });
});

describe('what files.test.ts puts to every design', () => {
  const written = everything(designOf({ answers: {}, pins: {} }));
  const textOf = (check: GeneratedFile['checkedBy']): string =>
    written.find(({ checkedBy }) => checkedBy === check)?.text ?? '';

  it('would fail on a radar with an unknown ring, a name twice or an entry less', () => {
    const radar = textOf('column check');
    expect(radarMistakes(radar)).toEqual([]);
    const [head, first = '', ...rest] = radar.split('\r\n');
    expect(radarMistakes(radar.replace(',adopt,', ',love,'))).not.toEqual([]);
    expect(radarMistakes([head, first, first, ...rest].join('\r\n'))).not.toEqual([]);
    expect(radarMistakes([head, ...rest].join('\r\n'))).not.toEqual([]);
  });

  it('would fail on a record without a section, with an empty one, or with a hole', () => {
    const record = textOf('section check');
    expect(recordMistakes(record)).toEqual([]);
    expect(recordMistakes(record.replace('## Evidence', '## Proof'))).toHaveLength(1);
    expect(recordMistakes(record.replace(/## Evidence[\s\S]+/u, '## Evidence\n'))).toHaveLength(1);
    expect(recordMistakes(record.replace('## Evidence\n', '## Evidence\n{budget}'))).toHaveLength(
      1,
    );
    expect(recordMistakes(record.replace('- Status: proposed\n', ''))).toHaveLength(1);
  });

  it('would fail on a feature that leaves a place open', () => {
    const feature = textOf('Gherkin parser');
    expect(featureMistakes(feature)).toEqual([]);
    expect(featureMistakes(feature.replace(/ Then .+/u, ' Then <thing>'))).not.toEqual([]);
    expect(featureMistakes('Feature: nothing\n')).toEqual(['There is no scenario.']);
  });
});
