/**
 * The response headers the site wants, in one place. Netlify, Cloudflare, nginx, Caddy and our own
 * server all get theirs from here. A host that sends none (GitHub Pages) still serves a safe site:
 * every page carries its policy in a meta element.
 */
export interface HeaderRule {
  /** An absolute path; a `*` at its end stands for anything that follows. */
  readonly path: string;
  /** Folders below it that the rule leaves out, each at the top of the site, as `/embed/*`. */
  readonly except?: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Powers of the browser that no page asks for. */
const DENIED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/**
 * No header name may appear in two rules that match the same path: Netlify and Cloudflare would
 * join the values with a comma. `headersFor` refuses such a table.
 */
export const HEADER_RULES: readonly HeaderRule[] = [
  {
    path: '/*',
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    },
  },
  {
    path: '/*',
    except: ['/embed/*', '/drawing-frame/*'],
    headers: {
      // The rest of the policy is in each page; this one directive has no effect in a meta element.
      'Content-Security-Policy': "frame-ancestors 'none'",
      'X-Frame-Options': 'DENY',
    },
  },
  {
    // Made to stand in a frame on any site: nothing in it can be done in a reader's name.
    path: '/embed/*',
    headers: { 'Content-Security-Policy': 'frame-ancestors *' },
  },
  {
    // Stands in a frame of the wizard's page, which draws there, and on no other site.
    path: '/drawing-frame/*',
    headers: {
      'Content-Security-Policy': "frame-ancestors 'self'",
      'X-Frame-Options': 'SAMEORIGIN',
    },
  },
  {
    // WebContainer shares memory between threads, which browsers allow to isolated pages only.
    path: '/playground/*',
    headers: { 'Cross-Origin-Embedder-Policy': 'require-corp' },
  },
  {
    // The names of these files carry a hash of their content.
    path: '/_astro/*',
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  },
];

/**
 * @param pathname Absolute path of a request, without its query.
 * @returns The headers of every rule that matches it.
 * @throws {Error} When two matching rules set the same header.
 */
export function headersFor(
  pathname: string,
  rules: readonly HeaderRule[] = HEADER_RULES,
): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const rule of rules.filter((one) => holdsAt(one, pathname))) {
    for (const [name, value] of Object.entries(rule.headers)) {
      if (name in merged) throw new Error(`Two header rules set ${name} for ${pathname}.`);
      merged[name] = value;
    }
  }
  return merged;
}

function holdsAt({ path, except = [] }: HeaderRule, pathname: string): boolean {
  return matches(path, pathname) && !except.some((one) => matches(one, pathname));
}

function matches(path: string, pathname: string): boolean {
  return path.endsWith('*') ? pathname.startsWith(path.slice(0, -1)) : pathname === path;
}
