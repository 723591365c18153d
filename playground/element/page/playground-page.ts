/**
 * `<playground-page>`: one example with both engines to choose from. Nothing of another site is asked
 * for before a reader presses Run or opens the terminal, and a link that brings code never runs it.
 * The script of every page defines `<pattern-playground>`.
 */
import type { EngineId, Project } from '../../engine/contract.ts';
import { loadEngine } from '../../engine/load-engine.ts';
import type { EngineNews } from '../../session/chosen-engine.ts';
import { applyEdits } from '../../session/edits.ts';
import { exampleSource } from '../../session/example-source.ts';
import { currentEdits } from '../current-edits.ts';
import { engineEvent } from '../open-engine.ts';
import { EngineBar } from './engine-bar.ts';
import { openExample, type OpenedExample } from './open-example.ts';
import { ShellBox } from './shell-box.ts';

/** What this page is for; the embedded engine is on every pattern page. */
const preferred: EngineId = 'webcontainer';

class PlaygroundPage extends HTMLElement {
  #shell: ShellBox | undefined;

  connectedCallback(): void {
    const id = new URLSearchParams(location.search).get('example');
    if (id !== null) void this.#open(id).catch((error: unknown) => this.#fail(error));
  }

  disconnectedCallback(): void {
    this.#shell?.close();
  }

  async #open(id: string): Promise<void> {
    const link = [...this.querySelectorAll<HTMLAnchorElement>('a[data-capability]')].find(
      (each) => each.dataset['capability'] === id,
    );
    if (!link) throw new Error('There is no example of that name. Choose one of these:');
    const [opened, engine] = await Promise.all([openExample(link), loadEngine(preferred)]);
    const support = engine.support();
    engine.dispose();
    const { block } = opened;
    const bar = new EngineBar(this.#part('engine'), (picked) => {
      block.dataset['engine'] = picked;
    });
    block.addEventListener(engineEvent, (event) => {
      const { detail } = event as CustomEvent<EngineNews>;
      block.dataset['engine'] = detail.id;
      bar.show(detail);
    });
    const first = support.ok ? preferred : 'embedded';
    block.dataset['engine'] = first;
    bar.select(first);
    if (!support.ok) bar.refuse(preferred, `${support.why} Examples run in the built-in engine.`);
    this.#show(opened);
    this.#part('shell').hidden = !support.ok;
    this.#shell = new ShellBox(this, () => loadEngine(preferred), projectOf(block));
  }

  /** The block takes its place; what led here moves below. */
  #show({ block, name, href }: OpenedExample): void {
    this.#part('title').textContent = name;
    document.title = `${name} · Playground`;
    const back = this.#part('back');
    back.querySelector('a')?.setAttribute('href', href);
    back.hidden = false;
    this.#part('lead').hidden = true;
    this.#part('engine').hidden = false;
    this.#part('block').replaceChildren(block);
    this.#part('block').hidden = false;
  }

  #fail(error: unknown): void {
    const problem = this.#part('page-problem');
    problem.textContent = error instanceof Error ? error.message : 'The example did not load.';
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part=${name}]`);
    if (!part) throw new Error(`the playground has no part named ${name}`);
    return part;
  }
}

/** The project of a block, with the reader's edits or those of a link. */
function projectOf(block: HTMLElement): () => Promise<Project> {
  const example = exampleSource(block.dataset['example'] ?? '');
  return async () => ({
    ...applyEdits(await example(), currentEdits(block)),
    mode: 'script',
    env: {},
  });
}

customElements.define('playground-page', PlaygroundPage);
