/** Elements for views that are too small for templates. */
export function textButton(text: string, act: () => unknown): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn bare';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

export function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

/** `Nov 30, 2026, 6:08 AM`, as the reader's language has it. */
export function momentText(date: Date): string {
  return date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
