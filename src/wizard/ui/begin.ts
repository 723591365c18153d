/**
 * The first screen is plain HTML. The wizard's code comes when the address asks for more: a link on
 * the screen was followed, or the page was opened with answers.
 */
const status = document.querySelector<HTMLElement>('.wz-wait');

if (location.hash.length > 1) void begin();
else {
  const follow = (): void => void begin().then(readFromHeading);
  addEventListener('hashchange', follow, { once: true });
}

async function begin(): Promise<void> {
  say('Loading the wizard …');
  try {
    await import('./define.ts');
    // The wizard says for itself what happens from here on.
    status?.remove();
  } catch {
    say(
      'The wizard did not load. Check the connection, then load the page again: the address keeps your answers.',
    );
  }
}

function say(text: string): void {
  if (status) status.textContent = text;
}

/** Who followed a link reads on from the heading that it led to. */
function readFromHeading(): void {
  scrollTo({ top: 0 });
  document.querySelector<HTMLElement>('wizard-app h1')?.focus({ preventScroll: true });
}
