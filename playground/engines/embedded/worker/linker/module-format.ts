import { parse } from 'es-module-lexer/js';
import { packageOf } from './package-json.ts';

/** How Node reads a file of the project. */
export type Format = 'module' | 'commonjs' | 'json';

type Files = Readonly<Record<string, string>>;

const byExtension: Readonly<Record<string, Format>> = {
  '.mjs': 'module',
  '.mts': 'module',
  '.cjs': 'commonjs',
  '.cts': 'commonjs',
  '.json': 'json',
};

/**
 * Finds a file's format: by its extension, by `type` of its package, and where neither says, by its
 * text, as Node.js 24 does.
 * @param hasTopLevelAwait asked for a text without other module syntax
 */
export function formatOf(
  path: string,
  files: Files,
  hasTopLevelAwait: (text: string) => boolean,
): Format {
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? '';
  const known = byExtension[extension];
  if (known !== undefined) return known;
  const type = packageOf(path, files)?.json.type;
  if (type === 'module' || type === 'commonjs') return type;
  const text = files[path] ?? '';
  return hasModuleSyntax(text) || hasTopLevelAwait(text) ? 'module' : 'commonjs';
}

function hasModuleSyntax(text: string): boolean {
  try {
    return parse(text)[3];
  } catch {
    // It does not parse; its first words say what it was meant to be.
    return /^\s*(?:import|export)\b(?!\s*\()/m.test(text);
  }
}
