import { committedSvg } from './committed-svg.ts';

type Files = Record<string, () => Promise<string>>;

const sources: Files = {
  ...import.meta.glob<string>('/patterns/*/*/diagrams/*.mmd', { query: '?raw', import: 'default' }),
  ...import.meta.glob<string>('/content/docs/**/diagrams/*.mmd', {
    query: '?raw',
    import: 'default',
  }),
};
const drawings: Files = {
  ...import.meta.glob<string>('/patterns/*/*/diagrams/*.svg', { query: '?raw', import: 'default' }),
  ...import.meta.glob<string>('/content/docs/**/diagrams/*.svg', {
    query: '?raw',
    import: 'default',
  }),
};

/**
 * @param pagePath path of the page's file, relative to the repository
 * @param src name of the diagram in the page's `diagrams` folder, without an ending
 * @returns SVG to inline
 * @throws Error with the file and what to do, when it is missing or stale
 */
export async function diagramOf(pagePath: string, src: string): Promise<string> {
  const name = `${pagePath.slice(0, pagePath.lastIndexOf('/'))}/diagrams/${src}`;
  const [source, svg] = [sources[`/${name}.mmd`], drawings[`/${name}.svg`]];
  return committedSvg(name, await source?.(), await svg?.());
}
