import { lint } from 'markdownlint/sync';
import type { Configuration } from 'markdownlint';
import { describe, expect, it } from 'vitest';
import { files } from '../../../src/wizard/artefacts/files.ts';
import type { GeneratedFile } from '../../../src/wizard/artefacts/files.ts';
import { runbookHeadings } from '../../../src/wizard/artefacts/runbooks/runbook.ts';
import { runbookFiles } from '../../../src/wizard/artefacts/runbooks/runbook-files.ts';
import { quadrants, radarColumns, rings } from '../../../src/wizard/artefacts/technology/radar.ts';
import { technologyFiles } from '../../../src/wizard/artefacts/technology/technology-files.ts';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { decisionIds } from '../../../src/wizard/model/decisions.ts';
import { designs, distinctFiles, runs } from './design-cases.ts';

const contexts = designs(runs(250, 2500), 104);

/** All rules of markdownlint, but for: lines may be long; the same heading may stand under two parents. */
const rules: Configuration = { default: true, MD013: false, MD024: { siblings_only: true } };

const everything = (context: RecordContext): readonly GeneratedFile[] =>
  files(context.solution, context.architecture, context);

function findings(pages: readonly GeneratedFile[]): readonly string[] {
  const strings = Object.fromEntries(
    pages.map(({ path, text }, index) => [`${index}/${path}`, text]),
  );
  return Object.entries(lint({ strings, config: rules })).flatMap(([name, errors]) =>
    errors.map(
      ({ lineNumber, ruleNames, errorContext }) =>
        `${name}:${lineNumber} ${ruleNames[0] ?? ''} ${errorContext ?? ''}`,
    ),
  );
}

describe('every page of the download, by markdownlint', () => {
  it('keeps the stated rules', () => {
    const sampled = contexts.filter((_, index) => index % 4 === 0);
    const pages = distinctFiles(sampled, everything, ({ path }) => path.endsWith('.md'));
    expect(pages.length).toBeGreaterThan(300);
    expect(findings(pages)).toEqual([]);
  }, 180_000);

  it('would fail on a heading that skips a level', () => {
    const page = { path: 'a.md', text: '# A\n\n### B\n', checkedBy: 'markdownlint', madeFrom: '' };
    expect(findings([page as GeneratedFile])).toHaveLength(1);
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

/** The rows of a CSV file (RFC 4180). */
function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/gu)].map(
        ([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare,
      ),
    );
}

describe('the radar, as its label says, by its columns', () => {
  it('has known rings and quadrants, a reason for each entry, and each name once', () => {
    for (const context of contexts) {
      const [head, ...rows] = rowsOf(technologyFiles(context)[0]?.text ?? '');
      expect(head).toEqual([...radarColumns]);
      for (const row of rows) {
        expect(row).toHaveLength(radarColumns.length);
        const [, ring = '', quadrant = '', isNew, why] = row;
        expect(rings).toContain(ring);
        expect(quadrants).toContain(quadrant);
        expect(isNew).toBe('FALSE');
        expect(why).toMatch(/^[A-Z\d].*[.!?]$/u);
      }
      const names = rows.map(([name]) => name);
      expect(new Set(names).size).toBe(names.length);
      const used = rows.filter(([, ring]) => ring === 'adopt' || ring === 'trial');
      expect(used).toHaveLength(decisionIds.length);
    }
  });
});
