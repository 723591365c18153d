/**
 * What the browser is told about the frame that user code runs in. The frame is a `srcdoc`, so it
 * inherits the page's policy and adds its own: both must allow a thing for it to happen.
 *
 * The page's policy needs four additions, and only where a playground stands:
 * - the hash of the frame's script, since `srcdoc` scripts are inline scripts to the browser;
 * - `worker-src blob:`, for the Worker;
 * - `script-src blob:`, for the modules that the Worker links: Chromium checks `import()` in a
 *   Worker against `script-src` of the page and of the frame. A `blob:` URL is of the page's own
 *   origin and unguessable, so an injected element cannot name one with a text of its choice.
 * - `script-src 'wasm-unsafe-eval'`, for databases in WebAssembly. It compiles no text of a language,
 *   and what is compiled can do no more than the script that gives it its functions. The frame of a
 *   program that brings no such package does not get it.
 */

/** The only freedom of the frame: an opaque origin that may run scripts. */
export const frameSandbox = 'allow-scripts';

/** Origin of the frame, as it and its messages say. */
export const frameOrigin = 'null';

/** Globals of the frame that lead out past any policy: WebRTC is not covered by one. */
export const frameDoors: readonly string[] = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'RTCDataChannel',
  'WebTransport',
];

const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'compute-pressure',
  'cross-origin-isolated',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** Value of the frame's `allow` attribute: no device, no prompt. */
export const frameAllow = deniedFeatures.map((feature) => `${feature} 'none'`).join('; ');

/** Sources that a page with a playground adds to its own policy. */
export type PageSources = Readonly<Record<'script-src' | 'worker-src', readonly string[]>>;

/** @param frameScriptHash such as `sha256-…`, of the frame script's exact text */
export function pageSources(frameScriptHash: string): PageSources {
  return {
    'script-src': [`'${frameScriptHash}'`, 'blob:', "'wasm-unsafe-eval'"],
    'worker-src': ['blob:'],
  };
}

/**
 * @param frameScriptHash such as `sha256-…`, of the frame script's exact text
 * @param compiles whether its program brings WebAssembly
 */
export function framePolicy(frameScriptHash: string, compiles: boolean): string {
  return [
    "default-src 'none'",
    `script-src '${frameScriptHash}' blob:${compiles ? " 'wasm-unsafe-eval'" : ''}`,
    "script-src-attr 'none'",
    'worker-src blob:',
    "connect-src 'none'",
    "frame-src 'none'",
    "child-src 'none'",
    "object-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * The frame's whole document.
 * @param script the frame script; it holds no `</script`, which its build checks
 */
export function frameDocument(script: string, frameScriptHash: string, compiles: boolean): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${framePolicy(frameScriptHash, compiles)}">`,
    '<meta name="referrer" content="no-referrer"><title>Code runner</title></head>',
    `<body><script>${script}</script></body></html>`,
  ].join('');
}
