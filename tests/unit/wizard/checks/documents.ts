import { AstBuilder, GherkinClassicTokenMatcher, Parser, compile } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import type { Pickle } from '@cucumber/messages';
import { lint } from 'markdownlint/sync';
import type { Configuration } from 'markdownlint';
import { adrHeadings } from '../../../../src/wizard/artefacts/adr.ts';
import {
  quadrants,
  radarColumns,
  rings,
} from '../../../../src/wizard/artefacts/technology/radar.ts';
import { decisionIds } from '../../../../src/wizard/model/decisions.ts';

/** All rules of markdownlint, but for: lines may be long; the same heading may stand under two parents. */
const rules: Configuration = { default: true, MD013: false, MD024: { siblings_only: true } };

/** What markdownlint finds in a page. */
export function markdownMistakes(text: string, path = 'page.md'): readonly string[] {
  return Object.values(lint({ strings: { [path]: text }, config: rules })).flatMap((errors) =>
    errors.map(
      ({ lineNumber, ruleNames, errorContext }) =>
        `${path}:${lineNumber} ${ruleNames[0] ?? ''} ${errorContext ?? ''}`,
    ),
  );
}

const adrHead =
  /^# \d+\. [A-Z].+: .+\n\n- Status: (?:proposed|pinned|pinned against a rule)\n- Date: \d{4}-\d{2}-\d{2}\n\n$/u;

/** A record has a title, a status, a date and every section, in order and none of them empty. */
export function recordMistakes(text: string): readonly string[] {
  const [head = '', ...sections] = text.split(/^## /mu);
  const headings = sections.map((section) => section.split('\n')[0] ?? '');
  const empty = sections.filter((section) => section.split('\n').slice(1).join('').trim() === '');
  return [
    ...(adrHead.test(head) ? [] : [`The head is wrong: ${head}`]),
    ...(headings.join() === adrHeadings.join() ? [] : [`Headings: ${headings.join(', ')}`]),
    ...empty.map((section) => `Empty: ${section}`),
    ...(/undefined|\[object|NaN|[{}]|: \+ |\*\*\+ /u.test(text) ? ['Something is left open.'] : []),
  ];
}

/** The scenarios of a feature, as Cucumber reads them. @throws where they are none */
export function pickles(text: string): readonly Pickle[] {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  return compile(parser.parse(text), 'a.feature', newId);
}

/** A feature has scenarios of three steps and more, in which every place of an outline is filled. */
export function featureMistakes(text: string): readonly string[] {
  const scenarios = pickles(text);
  const short = scenarios.filter(({ steps }) => steps.length < 3);
  const open = scenarios
    .flatMap(({ steps }) => steps)
    .filter((step) => /<[a-z]+>|undefined|\[object/u.test(step.text));
  return [
    ...(scenarios.length > 0 ? [] : ['There is no scenario.']),
    ...short.map(({ name }) => `Too few steps: ${name}`),
    ...open.map((step) => `Left open: ${step.text}`),
  ];
}

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

/** A radar has known rings and quadrants, a reason for each entry, each name once, and every decision. */
export function radarMistakes(text: string): readonly string[] {
  const [head = [], ...rows] = rowsOf(text);
  const names = rows.map(([name]) => name);
  const used = rows.filter(([, ring]) => ring === 'adopt' || ring === 'trial');
  const wrong = rows.filter(([, ring = '', quadrant = '', isNew, why = ''], index) => {
    const isKnown = rings.some((each) => each === ring) && quadrants.some((q) => q === quadrant);
    const isOnce = names.indexOf(names[index]) === index;
    return !isKnown || !isOnce || isNew !== 'FALSE' || !/^[A-Z\d].*[.!?]$/u.test(why);
  });
  return [
    ...(head.join() === radarColumns.join() ? [] : [`Columns: ${head.join(', ')}`]),
    ...rows.filter((row) => row.length !== head.length).map((row) => `Too few: ${row.join()}`),
    ...wrong.map((row) => `Wrong: ${row.join(' | ')}`),
    ...(used.length === decisionIds.length ? [] : [`${used.length} of the decisions are used.`]),
  ];
}
