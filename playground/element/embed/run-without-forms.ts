/**
 * A sandboxed frame without `allow-forms` submits nothing, and says nothing of it: Run would be dead.
 * So a press of Run, or Enter in a knob, tells the block what a form would have told it.
 */
export function runWithoutForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('pattern-playground form')) {
    const run = form.querySelector<HTMLButtonElement>('button[type=submit]');
    if (!run) continue;
    run.type = 'button';
    const submit = (): void => {
      form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    };
    run.addEventListener('click', submit);
    form.addEventListener('keydown', ({ key, target, ctrlKey, metaKey }) => {
      const isField = target instanceof HTMLInputElement && key === 'Enter';
      if (isField && !ctrlKey && !metaKey) submit();
    });
  }
}
