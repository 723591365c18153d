import type { ITheme, Terminal } from '@xterm/xterm';

/** Gives the terminal the page's colors, now and whenever the theme changes. @returns the end of it */
export function followTheme(terminal: Terminal, box: HTMLElement): () => void {
  const apply = (): void => {
    terminal.options.theme = themeOf(box);
  };
  apply();
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', apply);
  const chosen = new MutationObserver(apply);
  chosen.observe(document.documentElement, { attributeFilter: ['data-scheme'] });
  return () => {
    system.removeEventListener('change', apply);
    chosen.disconnect();
  };
}

function themeOf(box: HTMLElement): ITheme {
  const { color, backgroundColor } = getComputedStyle(box);
  const probe = box.appendChild(document.createElement('span'));
  const token = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const theme: ITheme = {
    foreground: color,
    background: backgroundColor,
    cursor: token('accent'),
    selectionBackground: token('accent-wash'),
    red: token('fail'),
    green: token('ok'),
    yellow: token('warn'),
    blue: token('accent'),
    magenta: token('series-1'),
    cyan: token('ok'),
    brightBlack: token('ink-3'),
    white: token('ink-2'),
  };
  probe.remove();
  return theme;
}
