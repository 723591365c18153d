/**
 * `<pattern-playground>`: brings a run block alive. The block is complete HTML, so this part only
 * enables its controls and passes events on; what handles them loads when the block is seen, or
 * used.
 */
import type { LivePlayground } from './live-playground.ts';

/** What a reader does on purpose: only then is a failure to load worth a word. */
const asked = ['submit', 'reset', 'input', 'click'];
const hints = ['keydown', 'pointerover', 'focusin'];

class PatternPlayground extends HTMLElement {
  #live: Promise<LivePlayground> | undefined;

  connectedCallback(): void {
    for (const control of this.querySelectorAll<HTMLButtonElement>(':disabled')) {
      control.disabled = control.dataset['part'] === 'stop';
    }
    for (const type of [...asked, ...hints]) this.addEventListener(type, this);
    // A link with code is shown at once; it never runs by itself.
    addEventListener('hashchange', this);
    this.handleEvent(new Event('hashchange'));
    // Reading on is no reason to load anything where the reader saves data.
    if (!navigator.connection?.saveData) new IntersectionObserver(this.#onSeen).observe(this);
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this);
    void this.#live?.then((live) => live.leave());
  }

  handleEvent(event: Event): void {
    if (event.type === 'hashchange' && !/^#p\d+\./.test(location.hash)) return;
    const runsByKey = event instanceof KeyboardEvent && event.key === 'Enter';
    if (event.type === 'submit' || (runsByKey && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
    }
    this.#load()
      .then((live) => live.handle(event))
      .catch(() => {
        if (!asked.includes(event.type)) return;
        const problem = this.querySelector('[data-part=problem]');
        problem?.replaceChildren('The playground did not load. Check the connection; press Run.');
      });
  }

  readonly #onSeen: IntersectionObserverCallback = (entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    this.#load()
      .then((live) => live.seen())
      .catch(() => undefined);
  };

  #load(): Promise<LivePlayground> {
    const live = (this.#live ??= import('./live-playground.ts').then(
      (module) => new module.LivePlayground(this),
    ));
    live.catch(() => (this.#live = undefined));
    return live;
  }
}

customElements.define('pattern-playground', PatternPlayground);
