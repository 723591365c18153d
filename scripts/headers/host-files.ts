import type { HeaderRule } from '../headers-table.ts';

const NOTICE = 'Made by npm run build from scripts/headers-table.ts: do not edit.';

/**
 * The `_headers` file that Netlify and Cloudflare Pages read beside the site. It knows no exception,
 * so a rule that leaves folders out is written once for each of the others.
 *
 * @param pathnames of the site's pages
 */
export function netlifyHeaders(rules: readonly HeaderRule[], pathnames: readonly string[]): string {
  const tops = [...new Set(pathnames.map(topOf))].sort();
  const blocks = rules.flatMap(({ path, except, headers }) => {
    const paths = except === undefined ? [path] : tops.filter((top) => !except.includes(top));
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
    return paths.map((one) => [one, ...lines].join('\n'));
  });
  return `# ${NOTICE}\n${blocks.join('\n\n')}\n`;
}

/**
 * A server block for nginx. `add_header` in a location replaces those of the server, so every
 * location repeats what holds everywhere.
 */
export function nginxConfig(rules: readonly HeaderRule[]): string {
  const everywhere = rules.filter(({ path }) => path === '/*');
  const locations = rules
    .filter(({ path }) => path !== '/*')
    .map(({ path, headers }) =>
      [
        `    location ${path.replace(/\*$/, '')} {`,
        ...headerLines([...headersAround(path, everywhere), headers], '        '),
        '    }',
      ].join('\n'),
    );
  return `# ${NOTICE}
server {
    listen 80;
    root /srv/backend-architect;
    error_page 404 /404.html;
    absolute_redirect off;
    gzip_static on;
    # With the brotli module: brotli_static on;

${headerLines(
  everywhere.map(({ headers }) => headers),
  '    ',
).join('\n')}

    location / {
        try_files $uri $uri/ =404;
    }

${locations.join('\n\n')}
}
`;
}

/** A site block for Caddy. */
export function caddyfile(rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ path, except, headers }, index) =>
    [
      ...(except === undefined ? [] : [`\t@rule${index} not path ${except.join(' ')}`]),
      `\theader ${except === undefined ? path : `@rule${index}`} {`,
      ...Object.entries(headers).map(([name, value]) => `\t\t${name} ${quoted(value)}`),
      '\t}',
    ].join('\n'),
  );
  return `# ${NOTICE}
:80 {
\troot * /srv/backend-architect
\tfile_server {
\t\tprecompressed br gzip
\t}
\thandle_errors {
\t\trewrite * /404.html
\t\tfile_server
\t}
${blocks.join('\n')}
}
`;
}

/** `/patterns/*` of a page below it; a page at the top is its own. */
function topOf(pathname: string): string {
  const folder = /^\/[^/]+\//.exec(pathname)?.[0];
  return folder === undefined ? pathname : `${folder}*`;
}

function headersAround(
  path: string,
  everywhere: readonly HeaderRule[],
): readonly HeaderRule['headers'][] {
  return everywhere.filter(({ except }) => !except?.includes(path)).map(({ headers }) => headers);
}

function headerLines(
  headers: readonly Readonly<Record<string, string>>[],
  indent: string,
): string[] {
  return headers
    .flatMap((one) => Object.entries(one))
    .map(([name, value]) => `${indent}add_header ${name} ${quoted(value)} always;`);
}

/** Neither nginx nor Caddy knows single quotes as quotes, and no value holds a double one. */
function quoted(value: string): string {
  return `"${value}"`;
}
