import type { ExtraContext, ExtraView } from '../extras/extra.ts';
import { today } from '../result/today.ts';
import { drawInFrame } from './draw-in-frame.ts';
import { drawings } from './drawings.ts';
import { drawingsView } from './drawings-view.ts';
import type { Picture } from './drawings-view.ts';
import { showsDark, whenThemeChanges } from './theme.ts';

/** The context and the key sequence, drawn by Mermaid; each also in words and as its source. */
export function drawingsExtra(): ExtraView {
  const pictures = new Map<string, Picture>();
  let last: ExtraContext | undefined;
  whenThemeChanges(() => last?.redraw());

  const draw = async (key: string, source: string, isDark: boolean): Promise<void> => {
    pictures.set(key, { kind: 'waiting' });
    const made = await pictureOf(source, isDark);
    // Another answer may have taken its place by now.
    if (!pictures.has(key)) return;
    pictures.set(key, made);
    last?.redraw(made.kind === 'failed' ? `A diagram could not be drawn: ${made.why}` : undefined);
  };

  return (context) => {
    last = context;
    const { solution, architecture } = context.model;
    const made = drawings({ solution, architecture, date: today(), findPage: context.findPattern });
    const isDark = showsDark();
    const keyOf = (source: string): string => `${isDark ? 'dark' : 'light'} ${source}`;
    keepOnly(
      pictures,
      made.map(({ source }) => keyOf(source)),
    );
    const parts = made.map((drawing) => {
      const key = keyOf(drawing.source);
      if (!pictures.has(key)) void draw(key, drawing.source, isDark);
      const drawAgain = (): void => {
        void draw(key, drawing.source, isDark);
        context.redraw();
      };
      return { drawing, picture: pictures.get(key) ?? { kind: 'waiting' as const }, drawAgain };
    });
    return drawingsView(parts);
  };
}

/** Drawings of earlier answers are not kept: what comes back is drawn again. */
function keepOnly(pictures: Map<string, Picture>, wanted: readonly string[]): void {
  for (const key of pictures.keys()) {
    if (!wanted.includes(key)) pictures.delete(key);
  }
}

/** A picture that stands in an `img` can neither run nor load anything. */
async function pictureOf(source: string, isDark: boolean): Promise<Picture> {
  try {
    const svg = await drawInFrame({ source, isDark });
    return { kind: 'drawn', url: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
