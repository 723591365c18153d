/** The theme button: system → light → dark → system; the choice stays in this browser. */
const KEY = 'scheme';
const NAMES = { system: 'as the system', light: 'light', dark: 'dark' } as const;
const NEXT = { system: 'light', light: 'dark', dark: 'system' } as const;
type Scheme = keyof typeof NAMES;

const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');

function current(): Scheme {
  const scheme = root.dataset['scheme'];
  return scheme === 'light' || scheme === 'dark' ? scheme : 'system';
}

function apply(scheme: Scheme): void {
  if (scheme === 'system') delete root.dataset['scheme'];
  else root.dataset['scheme'] = scheme;
  button?.setAttribute('aria-label', `Color theme: ${NAMES[scheme]}`);
}

function remember(scheme: Scheme): void {
  try {
    if (scheme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    // Storage is off in this browser: the choice holds for this page.
  }
}

if (button) {
  button.disabled = false;
  apply(current());
  button.addEventListener('click', () => {
    const scheme = NEXT[current()];
    apply(scheme);
    remember(scheme);
  });
}
