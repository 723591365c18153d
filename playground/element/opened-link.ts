import { Drafts, pageStore } from '../session/drafts.ts';
import type { Edits } from '../session/edits.ts';
import { linkIdOf } from '../session/share-fragment.ts';
import { decodeShared } from '../session/share-link.ts';
import { momentText, paragraph, textButton } from './plain-elements.ts';

/** What a reader may choose besides what the link shows. */
export interface LinkChoices {
  /** The reader's own edits, or without them the page's code. */
  own(edits?: Edits): unknown;
  /** What the link brought, without the reader's changes to it. */
  asSent(edits: Edits): Promise<void>;
}

/** A link with code, read. Nothing of it has run, and nothing here runs it. */
export interface OpenedLink {
  /** What there is to show; nothing where the link is broken or of another example. */
  readonly edits: Edits | undefined;
  /** Where changes to it are kept, apart from the reader's own edits. */
  readonly drafts: Drafts;
  readonly areDraft: boolean;
  /** Says what this is, and offers the reader's own. */
  notice(choices: LinkChoices): HTMLElement;
}

/**
 * @param fragment of the page's address
 * @param example `<category>/<capability>` of the block
 * @param own the reader's own draft
 */
export function openLink(fragment: string, example: string, own: Drafts): OpenedLink {
  const drafts = new Drafts(example, pageStore(), linkIdOf(fragment));
  const read = decodeShared(fragment);
  if (!read.ok) {
    const text = `${read.problem.text} Here is the example as the page has it.`;
    return { edits: undefined, drafts, areDraft: false, notice: notice([paragraph(text)], own) };
  }
  if (read.value.example !== example) {
    const said = otherExample(read.value.example, fragment);
    return { edits: undefined, drafts, areDraft: false, notice: notice([said], own) };
  }
  const sent = read.value.edits;
  const mine = drafts.read();
  const said = mine
    ? `This code came with a link; you changed it on ${momentText(mine.savedAt)}.`
    : whatCame(sent);
  return {
    edits: mine?.edits ?? sent,
    drafts,
    areDraft: mine !== undefined,
    notice: (choices) => {
      const asSent = textButton('Discard my changes', () => {
        asSent.remove();
        // The editor keeps what it has when it is closed, so the draft goes after that.
        return choices.asSent(sent).then(() => drafts.discard());
      });
      const parts = [paragraph(`${said} It runs when you press Run, not before.`)];
      return notice([...parts, ...(mine ? [asSent] : [])], own)(choices);
    },
  };
}

function whatCame({ files, knobs }: Edits): string {
  if (Object.keys(files).length > 0) return 'This code came with a link: read it first.';
  const set = Object.entries(knobs).map(([name, value]) => `${name}=${value}`);
  return set.length > 0
    ? `This link set the knobs: ${set.join(', ')}.`
    : 'This link changes nothing.';
}

function otherExample(example: string, fragment: string): HTMLElement {
  const said = paragraph('This link is for another example. ');
  const link = document.createElement('a');
  link.href = `/patterns/${example}/${fragment.replace(/^#?/, '#')}`;
  link.textContent = `Open it on the page of ${example.split('/').at(-1)?.replaceAll('-', ' ')}`;
  said.append(link, '. Here is the example of this page.');
  return said;
}

/** The way to the reader's own edits stands beside whatever a link has to say. */
function notice(parts: readonly HTMLElement[], own: Drafts): OpenedLink['notice'] {
  return (choices) => {
    const made = document.createElement('section');
    made.className = 'edit-notice';
    made.tabIndex = -1;
    made.setAttribute('aria-label', 'From a link');
    const draft = own.read();
    made.append(
      ...parts,
      ...(draft
        ? [
            textButton(`Open my own edits of ${momentText(draft.savedAt)}`, () =>
              choices.own(own.read()?.edits),
            ),
          ]
        : []),
      textButton('Show the page’s code', () => choices.own()),
    );
    return made;
  };
}
