/** Name of the event at a run block that asks for a line of its code; whoever shows the code takes it. */
export const sourceEvent = 'playground-source';

/** A place in the code of an example, from 1. */
export interface SourceDetail {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Leads to a line of the code. An open editor takes the event and cancels it; else the file's tab is
 * opened, and the line is selected and scrolled to.
 * @param link carries the place in `data-file`, `data-line`, `data-column`
 */
export function showSource(block: HTMLElement, link: HTMLElement): void {
  const { file = '', line, column } = link.dataset;
  const detail: SourceDetail = { file, line: Number(line ?? 1), column: Number(column ?? 1) };
  const isFree = block.dispatchEvent(
    new CustomEvent<SourceDetail>(sourceEvent, { detail, cancelable: true }),
  );
  if (isFree) showInPage(block, detail);
}

function showInPage(block: HTMLElement, { file, line }: SourceDetail): void {
  const tab = [...block.querySelectorAll<HTMLInputElement>('.code-tabs input')].find(
    ({ value }) => value === file,
  );
  if (tab) tab.checked = true;
  const code = [...block.querySelectorAll('pre')].find(
    (box) => box.getAttribute('aria-label') === file,
  );
  const range = code && rangeOfLine(code, line);
  if (!code || !range) return;
  // The box scrolls by itself, and the page scrolls to the box.
  code.scrollIntoView({ block: 'nearest' });
  const offset = range.getBoundingClientRect().top - code.getBoundingClientRect().top;
  code.scrollTop += offset - code.clientHeight / 3;
  // First: in some browsers the focus takes a selection along.
  code.focus({ preventScroll: true });
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** The text of one line, over all the elements that color it. */
function rangeOfLine(code: HTMLElement, line: number): Range | undefined {
  const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 1;
  let started = false;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue ?? '';
    let from = 0;
    for (;;) {
      if (at === line && !started) {
        range.setStart(node, from);
        started = true;
      }
      const end = text.indexOf('\n', from);
      if (started && at === line) range.setEnd(node, end < 0 ? text.length : end);
      if (end < 0) break;
      at += 1;
      from = end + 1;
    }
    if (at > line) break;
  }
  return started ? range : undefined;
}
