import { describe, expect, it } from 'vitest';
import { question as questionById } from '../../../src/wizard/questions/questions.ts';
import type { ListField } from '../../../src/wizard/questions/question.ts';
import { answerFact, answerNotSure, statedValue } from '../../../src/wizard/ui/answering.ts';
import { pickOption } from '../../../src/wizard/ui/edits.ts';
import { questionModel } from '../../../src/wizard/ui/question/question-model.ts';
import { listModel } from '../../../src/wizard/ui/rows/list-model.ts';
import {
  addRow,
  leaveCell,
  moveReferenceUp,
  moveRow,
  removeRow,
  setCell,
  toggleReference,
  typeCell,
} from '../../../src/wizard/ui/rows/row-edits.ts';
import { keysOf, shownRows } from '../../../src/wizard/ui/rows/row-state.ts';
import { adopt, initialState } from '../../../src/wizard/ui/state.ts';
import type { UiState } from '../../../src/wizard/ui/state.ts';

const shop = pickOption(initialState, 'building', 'commerce');
const namesOf = (state: UiState) => shownRows(state, 'capabilities').map(({ name }) => name);
const nameCell = (key: number) => ({ fact: 'capabilities', key, column: 'name' }) as const;

function fieldOf(id: 'parts' | 'across-parts'): ListField {
  const field = questionById(id).fields.find(({ kind }) => kind === 'list');
  if (field?.kind !== 'list') throw new Error(`"${id}" has no list.`);
  return field;
}

describe('the rows on the screen', () => {
  it('are those of the kind of system, until somebody edits one', () => {
    expect(namesOf(shop)).toEqual([
      'catalog',
      'orders',
      'payments',
      'inventory',
      'shipping',
      'customers',
    ]);
    expect(statedValue(shop.wizard.answers, 'capabilities')).toBeUndefined();
    const edited = setCell(shop, { ...nameCell(1), column: 'load' }, 'high');
    expect(statedValue(edited.wizard.answers, 'capabilities')?.[1]).toMatchObject({
      name: 'orders',
      load: 'high',
    });
  });

  it('give way to "not sure", with what was typed into them', () => {
    const bad = leaveCell(typeCell(shop, nameCell(0), 'a;b'), nameCell(0));
    const notSure = answerNotSure(bad, 'parts', true);
    expect(notSure.cellDrafts).toEqual({});
    expect(namesOf(notSure)).toEqual(namesOf(shop));
    expect(questionModel('parts', notSure).notSure.text).toContain('catalog, orders, payments');
  });
});

describe('adding, removing and moving rows', () => {
  it('adds a row with a free name, up to twelve', () => {
    const two = addRow(addRow(initialState, 'capabilities'), 'capabilities');
    expect(namesOf(two)).toEqual(['records', 'accounts', 'capability 3', 'capability 4']);
    const full = Array.from({ length: 20 }).reduce<UiState>((s) => addRow(s, 'capabilities'), two);
    expect(namesOf(full)).toHaveLength(12);
    expect(new Set(keysOf(full, 'capabilities')).size).toBe(12);
  });

  it('keeps the last capability', () => {
    const one = removeRow(initialState, 'capabilities', 0);
    expect(namesOf(one)).toEqual(['accounts']);
    expect(removeRow(one, 'capabilities', 1)).toBe(one);
  });

  it('takes the key of a row along when it moves', () => {
    const moved = moveRow(shop, 'capabilities', 0, 1);
    expect(namesOf(moved).slice(0, 2)).toEqual(['orders', 'catalog']);
    expect(keysOf(moved, 'capabilities').slice(0, 2)).toEqual([1, 0]);
    expect(moveRow(shop, 'capabilities', 0, -1)).toBe(shop);
    expect(moveRow(shop, 'capabilities', 5, 1)).toBe(shop);
  });

  it('forgets what was typed into a removed row, also when its key comes again', () => {
    const typed = typeCell(shop, nameCell(5), 'a;b');
    const again = addRow(removeRow(typed, 'capabilities', 5), 'capabilities');
    const { rows } = listModel(fieldOf('parts'), again, false);
    expect(rows.at(-1)?.name).toMatchObject({ text: 'capability 6', error: '' });
  });
});

describe('typing a name', () => {
  it('keeps what cannot be read beside the last good name, and says why after leaving', () => {
    const typed = typeCell(typeCell(shop, nameCell(0), 'shelf'), nameCell(0), 'shelf<');
    const shown = (state: UiState) => listModel(fieldOf('parts'), state, false).rows[0]?.name;
    expect(namesOf(typed)[0]).toBe('shelf');
    expect(shown(typed)).toMatchObject({ text: 'shelf<', error: '' });
    const left = leaveCell(typed, nameCell(0));
    expect(shown(left)?.error).toContain('“<” would begin a tag');
    expect(shown(moveRow(left, 'capabilities', 0, 1))?.text).toBe('orders');
    const good = leaveCell(typeCell(left, nameCell(0), 'shelves '), nameCell(0));
    expect(shown(good)).toMatchObject({ text: 'shelves', error: '' });
  });

  it('refuses a name that is taken', () => {
    const left = leaveCell(typeCell(shop, nameCell(0), 'Orders'), nameCell(0));
    expect(listModel(fieldOf('parts'), left, false).rows[0]?.name.error).toContain('“orders”');
    expect(namesOf(left)[0]).toBe('catalog');
  });
});

describe('references', () => {
  const stated = answerFact(shop, 'actions', [
    {
      name: 'place order',
      capabilities: ['orders', 'payments', 'inventory'],
      branches: false,
      lastsHours: false,
      undoable: true,
    },
  ]);
  const place = { fact: 'actions', key: 0, column: 'capabilities' } as const;
  const named = (state: UiState) => statedValue(state.wizard.answers, 'actions')?.[0]?.capabilities;

  it('follow a capability that gets another name, and go when it goes', () => {
    const renamed = typeCell(stated, nameCell(2), 'money');
    expect(named(renamed)).toEqual(['orders', 'money', 'inventory']);
    expect(named(removeRow(renamed, 'capabilities', 2))).toEqual(['orders', 'inventory']);
  });

  it('keep the order in which they were named', () => {
    const more = toggleReference(stated, place, 'catalog', true);
    expect(named(more)).toEqual(['orders', 'payments', 'inventory', 'catalog']);
    expect(named(moveReferenceUp(more, place, 'catalog'))).toEqual([
      'orders',
      'payments',
      'catalog',
      'inventory',
    ]);
    expect(named(toggleReference(more, place, 'orders', false))).toEqual([
      'payments',
      'inventory',
      'catalog',
    ]);
  });

  it('that lead nowhere are shown, and the row says when it counts', () => {
    const saas = pickOption(stated, 'building', 'crud');
    const [row] = listModel(fieldOf('across-parts'), saas, false).rows;
    expect(row?.missing).not.toBe('');
    const [cell] = row?.cells ?? [];
    const gone = cell?.kind === 'references' ? cell.options.filter(({ exists }) => !exists) : [];
    expect(gone.map(({ name }) => name)).toEqual(['orders', 'payments', 'inventory']);
  });

  it('settle the numbers of their question, which are not asked beside them', () => {
    const { fields, follows } = questionModel('across-parts', stated);
    expect(fields.map(({ kind }) => kind)).toEqual(['list']);
    expect(follows).toContain('3 parts changed by one action');
  });
});

describe('a design from a link or a file', () => {
  it('brings its own rows, without the drafts of others', () => {
    const typed = typeCell(shop, nameCell(0), 'a;b');
    const adopted = adopt(typed, initialState.wizard, 'file', [
      { kind: 'row', question: 'parts', fact: 'capabilities', row: 2 },
      { kind: 'row', question: 'parts', fact: 'capabilities', row: 3, column: 'team' },
    ]);
    expect([adopted.cellDrafts, adopted.rowKeys]).toEqual([{}, {}]);
    expect(adopted.problem?.why).toBe(
      'Left out: row 2 of “Capabilities”, which has no name of its own; a value in row 3 of “Capabilities”, which is out of range: its default stands.',
    );
  });
});
