import { describe, expect, it } from 'vitest';
import { compareDesigns } from '../../../src/wizard/ui/compare/compare-model.ts';
import { make, madeStates, rich } from './artefact-cases.ts';

const plain = make({ answers: {}, pins: {} });

describe('comparing two designs', () => {
  it('finds nothing between equal ones', () => {
    for (const made of madeStates.slice(0, 30)) {
      expect(compareDesigns(made, make(made.state))).toEqual({
        answers: [],
        decisions: [],
        tensions: { added: [], removed: [] },
        estimates: [],
        files: [],
      });
    }
  });

  it('names the answers that differ, with what they are about', () => {
    const other = make({ answers: { availability: { availability: '99.99' } }, pins: {} });
    expect(compareDesigns(plain, other).answers).toEqual([
      {
        fact: 'availability',
        question: 'availability',
        before: 'availability: 99.9 %',
        after: 'availability: 99.99 %',
      },
    ]);
  });

  it('names decisions by their labels, and the estimates and files that follow', () => {
    const { decisions, estimates, files } = compareDesigns(plain, rich);
    expect(decisions[0]).toEqual({
      decision: 'style',
      title: 'Style',
      before: 'modular monolith',
      after: rich.solution.decisions.style.chosen,
    });
    expect(estimates.length).toBeGreaterThan(0);
    expect(files).toContainEqual(
      expect.objectContaining({ path: 'adr/0001-style-modular-monolith.md', change: 'removed' }),
    );
    expect(files).toContainEqual(
      expect.objectContaining({ path: 'adr/0001-style-microservices.md', change: 'added' }),
    );
    expect(files.map(({ path }) => path)).toEqual(files.map(({ path }) => path).toSorted());
  });

  it('is the mirror image the other way round', () => {
    const there = compareDesigns(plain, rich);
    const back = compareDesigns(rich, plain);
    expect(back.decisions.map(({ before, after }) => [after, before])).toEqual(
      there.decisions.map(({ before, after }) => [before, after]),
    );
    expect(back.files.map(({ linesAdded, linesRemoved }) => [linesRemoved, linesAdded])).toEqual(
      there.files.map(({ linesAdded, linesRemoved }) => [linesAdded, linesRemoved]),
    );
    expect(back.tensions).toEqual({ added: there.tensions.removed, removed: there.tensions.added });
  });

  it('counts the lines of a file that changed, not those that moved', () => {
    const [file] = plain.files;
    if (file === undefined) throw new Error('There is no file.');
    const withText = (text: string) => ({ ...plain, files: [{ ...file, text }] });
    const { files } = compareDesigns(withText('a\nb\nc\n'), withText('c\na\nd\nd\n'));
    expect(files).toEqual([{ path: file.path, change: 'changed', linesAdded: 2, linesRemoved: 1 }]);
  });
});
