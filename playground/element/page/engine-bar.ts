import type { EngineId, Stage } from '../../engine/contract.ts';
import type { EngineNews } from '../../session/chosen-engine.ts';

/** The switch between the engines, the stages of a start, and why another engine ran. */
export class EngineBar {
  readonly #host: HTMLElement;

  /** @param choose called with the engine that a reader picked */
  constructor(host: HTMLElement, choose: (id: EngineId) => void) {
    this.#host = host;
    host.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      this.explain('');
      choose(target.value as EngineId);
    });
  }

  /** This engine cannot start here at all. */
  refuse(id: EngineId, why: string): void {
    const radio = this.#radio(id);
    if (radio) radio.disabled = true;
    this.explain(why);
  }

  select(id: EngineId): void {
    const radio = this.#radio(id);
    if (radio) radio.checked = true;
  }

  show({ id, why, stage }: EngineNews): void {
    this.select(id);
    if (why !== undefined) this.explain(`${why} The built-in engine runs it.`);
    if (stage !== undefined) this.#mark(stage);
  }

  explain(text: string): void {
    const note = this.#host.querySelector('[data-part=engine-note]');
    if (note && note.textContent !== text) note.textContent = text;
  }

  #mark(stage: Stage): void {
    const list = this.#host.querySelector<HTMLElement>('[data-part=stages]');
    if (!list) return;
    list.hidden = false;
    for (const item of list.querySelectorAll<HTMLElement>('[data-stage]')) {
      if (item.dataset['stage'] === stage) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    }
  }

  #radio(id: EngineId): HTMLInputElement | null {
    return this.#host.querySelector(`input[name=engine][value=${id}]`);
  }
}
