/**
 * The first screen is plain HTML. The wizard's code comes when the address asks for more: a link on
 * the screen was followed, or the page was opened with answers.
 */
export function beginWhenAsked(status: HTMLElement): void {
  const begin = (): void => {
    status.textContent = 'Loading the wizard …';
    import('./define.ts').then(
      () => {
        status.textContent = '';
      },
      () => {
        status.textContent =
          'The wizard did not load. Check the connection, then load the page again: the address keeps your answers.';
      },
    );
  };
  if (location.hash.length > 1) begin();
  else addEventListener('hashchange', begin, { once: true });
}
