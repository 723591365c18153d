// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decisionIds } from '../../../src/wizard/model/decisions.ts';
import { factIds } from '../../../src/wizard/model/facts.ts';
import { encodeFile } from '../../../src/wizard/share.ts';
import { formatAddress } from '../../../src/wizard/ui/address.ts';
import { compareDesigns } from '../../../src/wizard/ui/compare/compare-model.ts';
import { KeptDesign } from '../../../src/wizard/ui/compare/kept-design.ts';
import { designInFile, designInLink } from '../../../src/wizard/ui/compare/other-design.ts';
import { sideBySide } from '../../../src/wizard/ui/compare/side-by-side.ts';
import { make, rich } from '../wizard/artefact-cases.ts';

const plain = make({ answers: {}, pins: {} });

describe('two designs side by side', () => {
  it('show every decision and every fact, and mark none where both are equal', () => {
    const { groups, differences } = sideBySide(plain, make({ answers: {}, pins: {} }));
    expect(groups.map(({ rows }) => rows.length).slice(0, 2)).toEqual([
      decisionIds.length,
      factIds.length,
    ]);
    expect(differences).toBe(0);
  });

  it('mark exactly what the comparison finds', () => {
    const { groups } = sideBySide(plain, rich);
    const marked = groups.map(({ rows }) => rows.filter(({ differs }) => differs).length);
    const { decisions, answers, estimates } = compareDesigns(plain, rich);
    expect(marked).toEqual([decisions.length, answers.length, estimates.length]);
  });

  it('call a number by its question', () => {
    const other = make({ answers: { team: { engineers: 40 } }, pins: {} });
    const rows = sideBySide(plain, other).groups[1]?.rows.filter(({ differs }) => differs);
    expect(rows).toEqual([
      {
        title: expect.stringMatching(/\?$/),
        kept: '5 engineers',
        present: '40 engineers',
        differs: true,
      },
    ]);
  });
});

describe('the other design', () => {
  it('comes from a file or a link, or says why not', () => {
    const { state } = rich;
    expect(designInFile(encodeFile(state))).toMatchObject({ ok: true, value: { wizard: state } });
    const link = `https://example.org/wizard/${formatAddress('result', state)}`;
    expect(designInLink(link)).toMatchObject({ ok: true, value: { wizard: state } });
    for (const text of ['', 'https://example.org/', '#result', '#_top', link.slice(0, -5)]) {
      expect(designInLink(text)).toMatchObject({
        ok: false,
        problem: expect.stringMatching(/\.$/),
      });
    }
    expect(designInFile('{')).toMatchObject({ ok: false });
  });
});

describe('the kept design', () => {
  beforeEach(() => {
    sessionStorage.clear();
    vi.restoreAllMocks();
  });

  it('survives a reload, and can be let go', () => {
    new KeptDesign().keep(rich.state);
    expect(new KeptDesign().wizard).toEqual(rich.state);
    new KeptDesign().drop();
    expect(new KeptDesign().wizard).toBeUndefined();
  });

  it('holds in the page where the browser keeps nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const kept = new KeptDesign();
    kept.keep(rich.state);
    expect(kept.wizard).toBe(rich.state);
  });

  it('is nothing where something else stands in its place', () => {
    sessionStorage.setItem('backend-architect:kept-design', '{"a":1}');
    expect(new KeptDesign().wizard).toBeUndefined();
  });
});
