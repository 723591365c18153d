import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { TemplateResult } from 'lit-html';

export interface KeptActions {
  readonly keep: () => void;
  readonly drop: () => void;
  readonly openFile: (file: File) => Promise<void>;
  readonly openLink: (link: string) => void;
  readonly showEqual: (shows: boolean) => void;
}

/** Nothing is kept yet: three ways to choose the other design. */
export function keepView(problem: string, actions: KeptActions): TemplateResult {
  const openFile = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void actions.openFile(file);
    input.value = '';
  };
  const openLink = (event: SubmitEvent): void => {
    event.preventDefault();
    const link = new FormData(event.currentTarget as HTMLFormElement).get('link');
    actions.openLink(typeof link === 'string' ? link : '');
  };
  return html`<p>
      Keep this design, then change answers or pins: the two stand side by side. Or compare with a
      design from a file or a link. What is kept stays in this tab.
    </p>
    <p class="acts">
      <button type="button" class="btn" @click=${actions.keep}>Keep for comparison</button>
      <label class="btn pick"
        >Compare with a saved file<input
          class="vh"
          type="file"
          accept=".json,application/json"
          @change=${openFile}
      /></label>
    </p>
    <form class="by-link" novalidate @submit=${openLink}>
      <label for="compare-link">Link to a result</label>
      <input
        id="compare-link"
        name="link"
        autocomplete="off"
        aria-describedby=${problem ? 'compare-problem' : nothing}
        aria-invalid=${problem ? 'true' : nothing}
      />
      <button class="btn">Compare with the link</button>
      ${problem ? html`<p class="error" id="compare-problem">${problem}</p>` : nothing}
    </form>`;
}

/** What is compared, and what one can do about it. */
export function keptView(
  {
    kept,
    present,
    href,
    showsEqual,
  }: {
    readonly kept: string;
    readonly present: string;
    readonly href: string;
    readonly showsEqual: boolean;
  },
  actions: KeptActions,
): TemplateResult {
  const show = (event: Event): void => {
    actions.showEqual((event.currentTarget as HTMLInputElement).checked);
  };
  return html`<dl class="answers">
      <div>
        <dt>Kept</dt>
        <dd><a href=${href}>${kept}</a></dd>
      </div>
      <div>
        <dt>This design</dt>
        <dd>${present}</dd>
      </div>
    </dl>
    <p class="acts">
      <button type="button" class="btn" @click=${actions.keep}>Keep this design instead</button>
      <button type="button" class="btn" @click=${actions.drop}>Let the kept design go</button>
      <label class="read"
        ><input type="checkbox" .checked=${live(showsEqual)} @change=${show} /> Show what is equal
        too</label
      >
    </p>`;
}
