import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../../scripts/diagrams/check-source.ts';

const good = 'flowchart TB\n  accTitle: Parts\n  accDescr: One calls two\n  a --> b:::fail\n';

describe('problemsOf', () => {
  it('takes a source with a title, a description and classes', () => {
    expect(problemsOf(good)).toEqual([]);
  });

  it('takes a description of several lines', () => {
    expect(problemsOf(good.replace('accDescr: One', 'accDescr {\n One\n }\n'))).toEqual([]);
  });

  it.each([
    ['no title', good.replace('accTitle: Parts', ''), 'has no accTitle'],
    ['an empty title', good.replace('Parts', ''), 'has no accTitle'],
    ['no description', good.replace('accDescr: One calls two', ''), 'has no accDescr'],
    ['colors', `${good}  classDef hot fill:#f00\n`, 'sets colors'],
    ['a stick figure', `${good}  actor user\n`, 'draws a stick figure'],
    ['a directive', `%%{init: {}}%%\n${good}`, 'has a directive'],
    ['frontmatter', `---\ntitle: x\n---\n${good}`, 'has frontmatter'],
  ])('refuses %s', (_, source, problem) => {
    expect(problemsOf(source).join()).toContain(problem);
  });
});
