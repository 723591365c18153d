import { beforeEach, describe, expect, it } from 'vitest';
import { Drafts } from '../../../../playground/session/drafts.ts';
import { EditedExample } from '../../../../playground/session/edited-example.ts';

const example = {
  name: 'a/test',
  entry: 'main.ts',
  files: { 'main.ts': 'main();', 'lib.ts': 'lib();' },
  prepared: { 'main.ts': 'main();', 'lib.ts': 'lib();' },
};
const savedAt = new Date(0);

let kept: Map<string, string>;
let drafts: Drafts;

beforeEach(() => {
  kept = new Map();
  drafts = new Drafts(example.name, {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => kept.set(key, text),
    removeItem: (key) => kept.delete(key),
  });
});

describe('an example that is edited', () => {
  it('has the new text, and the old one again after the same is typed', () => {
    const edited = new EditedExample(example, drafts);
    edited.edit('main.ts', 'other();');
    expect(edited.textOf('main.ts')).toBe('other();');
    expect(edited.isEdited('main.ts')).toBe(true);
    expect(edited.isEdited('lib.ts')).toBe(false);
    expect(edited.current.prepared).toEqual({ 'lib.ts': 'lib();' });
    edited.edit('main.ts', 'main();');
    expect(edited.hasEdits).toBe(false);
    expect(edited.current).toEqual(example);
  });

  it('is reset, and the edits come back until something else is edited', () => {
    const edited = new EditedExample(example, drafts);
    edited.edit('main.ts', 'other();');
    edited.reset();
    edited.reset();
    expect(edited.textOf('main.ts')).toBe('main();');
    expect(edited.canBringBack).toBe(true);
    edited.bringBack();
    expect(edited.textOf('main.ts')).toBe('other();');
    expect(edited.canBringBack).toBe(false);
    edited.reset();
    edited.edit('lib.ts', 'new();');
    expect(edited.canBringBack).toBe(false);
  });

  it('keeps a draft with the knobs, and takes it away with the last edit', () => {
    const edited = new EditedExample(example, drafts);
    edited.edit('main.ts', 'other();');
    expect(edited.keep({ THREADS: '8' }, savedAt)).toBe('kept');
    const edits = { files: { 'main.ts': 'other();' }, knobs: { THREADS: '8' } };
    expect(drafts.read()).toEqual({ savedAt, edits });
    edited.reset();
    edited.keep({});
    expect(drafts.read()).toBeUndefined();
  });

  it('leaves the draft of another tab alone while nothing is edited here', () => {
    const other = new EditedExample(example, drafts);
    other.edit('main.ts', 'other();');
    const here = new EditedExample(example, drafts);
    other.keep({}, savedAt);
    here.keep({});
    expect(drafts.read()?.edits.files).toEqual({ 'main.ts': 'other();' });
  });

  it('says that a browser without storage keeps nothing', () => {
    const edited = new EditedExample(example, new Drafts(example.name, undefined));
    edited.edit('main.ts', 'other();');
    expect(edited.keep({})).toBe('no-storage');
  });

  it('has files that are added, renamed and deleted, and the last deletion taken back', () => {
    const edited = new EditedExample(example, drafts);
    edited.edit('new.ts', 'fresh();');
    edited.rename('new.ts', 'newer.ts');
    expect(edited.edits.files).toEqual({ 'newer.ts': 'fresh();' });
    edited.rename('lib.ts', 'other.ts');
    expect(edited.current.files).toEqual({
      ...{ 'main.ts': 'main();', 'newer.ts': 'fresh();', 'other.ts': 'lib();' },
    });
    edited.remove('newer.ts');
    expect(edited.removed).toBe('newer.ts');
    expect(edited.current.files).not.toHaveProperty('newer.ts');
    edited.putBack();
    expect(edited.textOf('newer.ts')).toBe('fresh();');
    edited.remove('newer.ts');
    edited.edit('main.ts', 'other();');
    expect(edited.removed).toBeUndefined();
  });

  it('resets one file alone, if the page has it', () => {
    const edited = new EditedExample(example, drafts);
    edited.edit('main.ts', 'other();');
    edited.edit('new.ts', '');
    expect([edited.canReset('main.ts'), edited.canReset('lib.ts')]).toEqual([true, false]);
    expect(edited.canReset('new.ts')).toBe(false);
    edited.resetFile('main.ts');
    expect(edited.edits.files).toEqual({ 'new.ts': '' });
  });

  it('says why the files that buttons run stay', () => {
    const edited = new EditedExample({ ...example, tests: 'lib.ts' }, drafts);
    expect(edited.whyFixed('main.ts')).toBe('Run starts main.ts, so it stays.');
    expect(edited.whyFixed('lib.ts')).toBe('Tests runs lib.ts, so it stays.');
    expect(edited.whyFixed('new.ts')).toBe('');
  });

  it('keeps what a link brought once it is changed, and not before', () => {
    const sent = { files: { 'main.ts': 'sent();' }, knobs: { THREADS: '2' } };
    const edited = new EditedExample(example, drafts, sent, false);
    edited.keep({ THREADS: '2' });
    expect(drafts.read()).toBeUndefined();
    edited.edit('main.ts', 'mine();');
    edited.keep({ THREADS: '2' });
    expect(drafts.read()?.edits.files).toEqual({ 'main.ts': 'mine();' });
  });

  it('does not write again what is kept, since another tab may have written', () => {
    const here = new EditedExample(example, drafts);
    here.edit('main.ts', 'here();');
    here.keep({});
    const other = new EditedExample(example, drafts);
    other.edit('main.ts', 'there();');
    other.keep({});
    here.keep({});
    expect(drafts.read()?.edits.files).toEqual({ 'main.ts': 'there();' });
    here.edit('main.ts', 'here again();');
    here.keep({});
    expect(drafts.read()?.edits.files).toEqual({ 'main.ts': 'here again();' });
  });
});
