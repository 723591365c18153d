// cspell:ignore nonegate nocomment nocase
/** Matches patterns with the very package that Node.js brings for it, and with Node's options. */
import { minimatch } from 'minimatch';
import { installGlob } from 'node:internal/glob';

installGlob((path, pattern, windows) =>
  minimatch(path, pattern, {
    windowsPathsNoEscape: true,
    nonegate: true,
    nocomment: true,
    optimizationLevel: 2,
    platform: windows ? 'win32' : 'linux',
    nocaseMagicOnly: true,
  }),
);
