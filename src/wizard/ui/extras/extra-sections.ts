import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Extra, ExtraContext, ExtraView } from './extra.ts';
import { extras } from './extras.ts';

/** The closed parts at the end of the result; each loads its code when it is first opened. */
export class ExtraSections {
  readonly #open = new Set<string>();
  readonly #views = new Map<string, ExtraView>();
  readonly #failed = new Set<string>();

  view(context: ExtraContext): TemplateResult {
    return html`<div class="extras">${extras.map((extra) => this.#section(extra, context))}</div>`;
  }

  #section(extra: Extra, context: ExtraContext): TemplateResult {
    const { id, title, note } = extra;
    const toggle = (event: Event): void => {
      const { open } = event.currentTarget as HTMLDetailsElement;
      if (open === this.#open.has(id)) return;
      if (open) this.#open.add(id);
      else this.#open.delete(id);
      if (open) void this.#load(extra, context);
    };
    return html`<section>
      <details id=${id} ?open=${this.#open.has(id)} @toggle=${toggle}>
        <summary>
          <h2>${title} <span class="muted">${note}</span></h2>
        </summary>
        ${this.#open.has(id) ? this.#body(id, context) : nothing}
      </details>
    </section>`;
  }

  #body(id: string, context: ExtraContext): TemplateResult {
    const view = this.#views.get(id);
    if (view) return view(context);
    return this.#failed.has(id)
      ? html`<p>This part did not load. Check the connection, then close it and open it again.</p>`
      : html`<p class="muted">Loading …</p>`;
  }

  async #load({ id, load }: Extra, { redraw }: ExtraContext): Promise<void> {
    this.#failed.delete(id);
    redraw();
    const view = this.#views.get(id) ?? (await load().catch(() => undefined));
    if (view) this.#views.set(id, view);
    else this.#failed.add(id);
    redraw();
  }
}
