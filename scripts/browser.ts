import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';

/** Said when no way led to a browser; the one sentence a person needs. */
export const NO_BROWSER_MESSAGE =
  'No browser found: install Chromium or Google Chrome, or set BROWSER_PATH to the executable of one.';

const VERSION_TIMEOUT_MS = 20_000;
const INSTALL_TIMEOUT_MS = 300_000;

/** Chromium without windows: the same engine, in half the time. Debian packages it by itself. */
const HEADLESS_SHELL = 'chromium-headless-shell';

const COMMAND_NAMES = [
  HEADLESS_SHELL,
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];

const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    `/usr/bin/${HEADLESS_SHELL}`,
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    process.env['PROGRAMFILES'],
    process.env['PROGRAMFILES(X86)'],
    process.env['LOCALAPPDATA'],
  ].flatMap((root) =>
    root === undefined
      ? []
      : [
          join(root, 'Google/Chrome/Application/chrome.exe'),
          join(root, 'Chromium/Application/chrome.exe'),
          join(root, 'Microsoft/Edge/Application/msedge.exe'),
        ],
  ),
};

const runsAsRoot = process.getuid?.() === 0;

/**
 * Command-line switches for every launch: none of them changes what a page sees. Chromium refuses
 * to start as root inside its own sandbox, so root goes without. A browser with windows gives each
 * site, and each sandboxed frame, a process of its own; the shell does so only where it is told.
 */
export const BROWSER_ARGUMENTS: readonly string[] = [
  ...(runsAsRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--site-per-process',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Finds a Chromium-family browser, or gets one.
 *
 * Order: `BROWSER_PATH`; Playwright's own download; the shell without windows, which Debian packages
 * and root gets where it is not there, since tests take half the time with it; any other system
 * browser; Debian's `chromium` (root only); Playwright's installer.
 *
 * @returns Path of an executable that answered `--version`.
 * @throws {Error} With {@link NO_BROWSER_MESSAGE} when every way failed.
 */
export async function findBrowser(): Promise<string> {
  const given = process.env['BROWSER_PATH'];
  const chosen = [...(given === undefined ? [] : [given]), chromium.executablePath()];
  const shells = systemBrowsers().filter((path) => path.includes(HEADLESS_SHELL));
  const ways: readonly (readonly [install: () => Promise<void>, candidates: readonly string[]])[] =
    [
      [() => Promise.resolve(), [...chosen, ...shells]],
      [() => installWithApt(HEADLESS_SHELL), systemBrowsers()],
      [() => installWithApt('chromium'), systemBrowsers()],
      [installWithPlaywright, chosen],
    ];
  for (const [install, candidates] of ways) {
    await install();
    const found = await firstThatRuns(candidates);
    if (found !== undefined) return found;
  }
  throw new Error(NO_BROWSER_MESSAGE);
}

/** Every place a system browser may be at, the PATH before the usual places. */
export function systemBrowsers(
  platform: NodeJS.Platform = process.platform,
  path: string = process.env['PATH'] ?? '',
): string[] {
  const suffix = platform === 'win32' ? '.exe' : '';
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const onPath = COMMAND_NAMES.flatMap((name) =>
    folders.map((folder) => join(folder, `${name}${suffix}`)),
  );
  return [...onPath, ...(USUAL_PLACES[platform] ?? [])];
}

async function firstThatRuns(candidates: readonly string[]): Promise<string | undefined> {
  for (const candidate of candidates) {
    if (existsSync(candidate) && (await runs(candidate))) return candidate;
  }
  return undefined;
}

/**
 * A file called chromium may be a stub (Ubuntu's asks for a snap), so it has to answer. On Windows
 * `--version` would open a window; there a file that exists is taken.
 */
async function runs(executable: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  try {
    await promisify(execFile)(executable, ['--version'], { timeout: VERSION_TIMEOUT_MS });
    return true;
  } catch {
    return false;
  }
}

async function installWithPlaywright(): Promise<void> {
  const playwright = dirname(
    createRequire(import.meta.url).resolve('playwright-core/package.json'),
  );
  await attempt(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium']);
}

/** Gets a package of Debian's where that is possible; a failure is only said. */
export async function installWithApt(name: string): Promise<void> {
  if (!runsAsRoot || !existsSync('/usr/bin/apt-get')) return;
  await attempt('apt-get', ['update', '-q']);
  await attempt('apt-get', ['install', '-y', '-q', '--no-install-recommends', name]);
}

/** Unpacks a package of Debian's into a folder, without installing it; a failure is only said. */
export async function unpackWithApt(name: string, folder: string): Promise<void> {
  if (!runsAsRoot || !existsSync('/usr/bin/apt-get')) return;
  mkdirSync(folder, { recursive: true });
  await attempt('apt-get', ['update', '-q']);
  await attempt('apt-get', ['download', '-q', name], folder);
  const packed = readdirSync(folder).find((file) => file.endsWith('.deb'));
  if (packed === undefined) return;
  await attempt('dpkg-deb', ['--extract', packed, '.'], folder);
  rmSync(join(folder, packed));
}

/** Runs an installer whose failure only means that the next way is tried. */
async function attempt(
  command: string,
  commandArguments: readonly string[],
  folder?: string,
): Promise<void> {
  console.log(`Getting a program for the tests: ${command} ${commandArguments.join(' ')}`);
  const child = spawn(command, commandArguments, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: INSTALL_TIMEOUT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  await new Promise<void>((resolve) => {
    child.once('error', () => {
      resolve();
    });
    child.once('close', () => {
      resolve();
    });
  });
}

if (process.argv[1] === import.meta.filename) console.log(await findBrowser());
