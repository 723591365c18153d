import { hasEditedFiles, type Edits } from '../session/edits.ts';
import { encodeShared } from '../session/share-link.ts';
import { embedCode } from './embed-code.ts';
import { paragraph, textButton } from './plain-elements.ts';

/** What the box needs of the tools around it. */
export interface ShareEvents {
  /** What there is to share now. */
  edits(): Edits;
  download(): void;
  closed(): void;
}

/** From here on a link may be cut on its way: old mail programs and chats stop at 2,000 characters. */
const longLink = 2_000;

/** A link and the code of a frame, each with what the reader changed, to copy. */
export class ShareBox {
  readonly element = document.createElement('section');
  readonly #name: string;
  readonly #events: ShareEvents;
  readonly #link = field(document.createElement('input'));
  readonly #embed = field(document.createElement('textarea'));
  readonly #said = paragraph('');
  readonly #copyLink = textButton('Copy link', () => this.#copy(this.#link, 'The link'));

  /** @param name `<category>/<capability>` */
  constructor(name: string, events: ShareEvents) {
    this.#name = name;
    this.#events = events;
    this.element.className = 'share-box';
    this.element.setAttribute('aria-label', 'Share');
    this.#embed.rows = 4;
    this.#said.setAttribute('role', 'status');
    this.element.append(
      row(labelled('Link', this.#link), this.#copyLink),
      this.#said,
      row(
        labelled('Code that shows the example on another page', this.#embed),
        textButton('Copy embed code', () => this.#copy(this.#embed, 'The code')),
      ),
      howToEmbed(),
      row(
        textButton('Download the zip', () => this.#events.download()),
        textButton('Close', () => this.close()),
      ),
    );
    this.refresh();
  }

  focus(): void {
    this.refresh();
    this.#link.focus();
    this.#link.select();
  }

  close(): void {
    this.element.remove();
    this.#events.closed();
  }

  /** Makes link and code anew, after something was changed. */
  refresh(): void {
    const edits = this.#events.edits();
    const isChanged = hasEditedFiles(edits) || Object.keys(edits.knobs).length > 0;
    const made = isChanged ? encodeShared({ example: this.#name, edits }) : undefined;
    const fragment = made?.ok ? `#${made.value}` : '';
    const link = pageAddress(this.#name) + fragment;
    const isTooLarge = made?.ok === false;
    this.#link.value = isTooLarge ? '' : link;
    this.#copyLink.disabled = isTooLarge;
    this.#embed.value = embedCode(this.#name, fragment);
    this.#say(
      made?.ok === false
        ? `These edits are ${made.problem.tooManyBytes.toLocaleString('en')} bytes too large for a link. Send the zip instead; the code below shows the example without them.`
        : describe(link, isChanged),
    );
  }

  async #copy(from: HTMLInputElement | HTMLTextAreaElement, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(from.value);
      this.#say(`${what} is copied: ${from.value.length.toLocaleString('en')} characters.`);
    } catch {
      from.focus();
      from.select();
      this.#say(`${what} is selected: the browser lets only you copy it.`);
    }
  }

  #say(text: string): void {
    if (this.#said.textContent !== text) this.#said.textContent = text;
  }
}

function describe(link: string, isChanged: boolean): string {
  if (!isChanged) return 'Nothing is changed, so this is the address of the page.';
  const length = `${link.length.toLocaleString('en')} characters.`;
  const long = link.length > longLink ? ' Some mail and chat programs cut a link so long.' : '';
  return `The link carries your changes in itself; no server gets them. ${length}${long}`;
}

/** The playground's own page opens links too; a frame's link leads to the page of the pattern. */
function pageAddress(name: string): string {
  const { origin, pathname, search } = location;
  return pathname.startsWith('/playground/')
    ? origin + pathname + search
    : `${origin}/patterns/${name}/`;
}

function howToEmbed(): HTMLElement {
  const link = document.createElement('a');
  link.href = '/embed-an-example/';
  // In a frame it must not take the place of the example.
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = 'How to embed an example: size, theme, what the frame may do';
  const made = paragraph('');
  made.append(link);
  return made;
}

function field<Field extends HTMLInputElement | HTMLTextAreaElement>(made: Field): Field {
  made.readOnly = true;
  made.spellcheck = false;
  return made;
}

function labelled(text: string, control: HTMLElement): HTMLLabelElement {
  const label = document.createElement('label');
  label.append(text, control);
  return label;
}

function row(...parts: readonly HTMLElement[]): HTMLElement {
  const made = document.createElement('div');
  made.className = 'share-row';
  made.append(...parts);
  return made;
}
