/**
 * What the frame may: run scripts, have the site's own origin (its scripts and its drafts need it),
 * open links and save the zip. It may not lead the page around it elsewhere.
 */
const sandbox =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** High enough for most examples; the frame also tells the page around it how high it is. */
const heightPx = 900;

/**
 * The HTML that shows an example on somebody's page.
 * @param example `<category>/<capability>`: names of folders, so there is nothing to escape
 * @param fragment with the `#` and the edits, or empty
 */
export function embedCode(example: string, fragment: string): string {
  const name = example.split('/').at(-1)?.replaceAll('-', ' ') ?? example;
  const attributes = {
    src: `${location.origin}/embed/${example}/${fragment}`,
    title: `Runnable example: ${name}`,
    width: '100%',
    height: String(heightPx),
    loading: 'lazy',
    sandbox,
    allow: 'clipboard-write',
  };
  const text = Object.entries(attributes).map(([key, value]) => `${key}="${value}"`);
  return `<iframe ${text.join('\n  ')}></iframe>`;
}
