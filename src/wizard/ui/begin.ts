/**
 * The first screen is plain HTML. The wizard's code comes when the address asks for more: a link on
 * the screen was followed, or the page was opened with answers.
 */
export function beginWhenAsked(status: HTMLElement): void {
  if (location.hash.length > 1) void begin(status);
  else {
    const follow = (): void => void begin(status).then(readFromHeading);
    addEventListener('hashchange', follow, { once: true });
  }
}

async function begin(status: HTMLElement): Promise<void> {
  status.textContent = 'Loading the wizard …';
  try {
    await import('./define.ts');
    // The wizard says for itself what happens from here on.
    status.remove();
  } catch {
    status.textContent =
      'The wizard did not load. Check the connection, then load the page again: the address keeps your answers.';
  }
}

/** Who followed a link reads on from the heading that it led to. */
function readFromHeading(): void {
  scrollTo({ top: 0 });
  document.querySelector<HTMLElement>('wizard-app h1')?.focus({ preventScroll: true });
}
