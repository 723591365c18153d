// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { Experiments } from '../../../../playground/element/experiments.ts';
import { Guesses } from '../../../../playground/session/guesses.ts';

const kept = new Map<string, string>();
const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
};
const markup = `<ol><li>
  Which <code>one</code>?<button></button>
  <details></details>
</li><li>
  How many?<button></button>
  <details></details>
</li></ol>`;

let items: readonly HTMLElement[];
let experiments: Experiments;

function open(): void {
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(markup, 'text/html').body.childNodes,
  );
  items = [...document.querySelectorAll('li')];
  experiments = new Experiments(new Guesses('a/test', store), () =>
    Promise.resolve([{ set: { OPEN_S: 1 }, choices: ['Yes', 'No'], right: 'No' }, { set: {} }]),
  );
}
const press = (item: number) =>
  experiments.begin(items[item]?.querySelector('button') as HTMLButtonElement);
const said = (item: number) => items[item]?.querySelector('.guess-said')?.textContent;
const input = (item: number, selector: string) =>
  items[item]?.querySelector(selector) as HTMLInputElement;

beforeEach(() => {
  kept.clear();
  open();
});

describe('an experiment', () => {
  it('asks for a guess once, then runs without one', async () => {
    expect(await press(0)).toBeUndefined();
    expect(document.activeElement).toBe(input(0, '[value=Yes]'));
    expect(said(0)).toContain('Say first what you expect');
    const experiment = await press(0);
    expect(experiment?.set).toEqual({ OPEN_S: 1 });
    experiment?.tell([]);
    expect(said(0)).toBe('You made no guess. It is: No.');
  });

  it('passes on that the experiments did not load, and asks at the next press', async () => {
    let isOnline = false;
    experiments = new Experiments(new Guesses('a/test', store), () =>
      isOnline ? Promise.resolve([{ set: {} }]) : Promise.reject(new Error('offline')),
    );
    await expect(press(0)).rejects.toThrow('offline');
    isOnline = true;
    expect(await press(0)).toBeUndefined();
    expect(said(0)).toContain('Say first what you expect');
  });

  it('holds a choice against the answer, and opens the answer', async () => {
    await press(0);
    input(0, '[value=Yes]').checked = true;
    (await press(0))?.tell([]);
    expect(said(0)).toBe('Your guess: Yes. It is: No.');
    expect(items[0]?.querySelector('details')?.open).toBe(true);
    input(0, '[value=No]').checked = true;
    (await press(0))?.tell([]);
    expect(said(0)).toBe('Your guess: No. That is right.');
  });

  it('shows what the run reported beside the guess', async () => {
    await press(1);
    input(1, 'input').value = ' 3. ';
    (await press(1))?.tell([
      { kind: 'run', run: 'a', title: 'With', durationMs: 1 },
      { kind: 'figure', run: 'a', label: 'kept', value: 3, better: 'higher' },
    ]);
    expect(said(1)).toBe('Your guess: 3.');
    expect(items[1]?.querySelector('.guess-result')?.textContent).toContain('kept3');
  });

  it('finds its guess again after a reload', async () => {
    await press(0);
    await press(1);
    input(0, '[value=Yes]').checked = true;
    input(1, 'input').value = 'seven';
    await press(0);
    await press(1);
    open();
    await press(0);
    await press(1);
    expect(input(0, '[value=Yes]').checked).toBe(true);
    expect(input(1, 'input').value).toBe('seven');
  });
});
