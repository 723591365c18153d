import { importName, metaName } from './scan.ts';

/**
 * Texts of the modules that linking adds. A module made of a text knows only globals, so they find
 * the linker under a symbol of the global object.
 */

const hookName = 'backend-architect.linker';
export const hookSymbol = Symbol.for(hookName);
const hook = `globalThis[Symbol.for('${hookName}')]`;

/** Frames of these modules count as the engine's own. */
const madeName = '//# sourceURL=node:internal/engine/linked';
const quoted = (text: string): string => JSON.stringify(text);

/** A built-in module; its values are taken when it runs. */
export function builtinText(name: string, keys: readonly string[]): string {
  const bindings = keys.map((key, at) => `${quoted(key)}: _${at}`);
  const names = keys.map((key, at) => `_${at} as ${quoted(key)}`);
  return [
    `const { ${bindings.join(', ')} } = ${hook}.builtin(${quoted(name)});`,
    `export { ${names.join(', ')} };`,
    madeName,
  ].join('\n');
}

/** A CommonJS file as an `import` sees it: it runs in its turn, and its names are taken then. */
export function commonJsText(filename: string, names: Iterable<string>): string {
  const all = [...names];
  const named = all.map((name, at) => `_${at} = ${hook}.named(_, ${quoted(name)})`);
  const exported = all.map((name, at) => `_${at} as ${quoted(name)}`);
  return [
    `const _ = ${hook}.commonJs(${quoted(filename)});`,
    `const ${named.join(', ')};`,
    `export { ${exported.join(', ')} };`,
    madeName,
  ].join('\n');
}

/** A package with its imports linked. */
export function packageText(name: string, text: string): string {
  return `${text}\n//# sourceURL=node:internal/engine/${name}`;
}

/** What `import()` and `import.meta` of one file stand for. */
export function engineText(path: string): string {
  const file = quoted(path);
  return `export const load = ${hook}.load(${file}), meta = ${hook}.meta(${file});\n${madeName}`;
}

/** Last line of a file that uses them; imports may stand anywhere. */
export function importEngine(url: string): string {
  return `import { load as ${importName}, meta as ${metaName} } from "${url}";\n`;
}

/** Tells that all of `url` is linked and begins to run. */
export function begunText(url: string): string {
  return `${hook}.begun(${quoted(url)});\n${madeName}`;
}

/** Runs one module before another, and tells when the other has run. */
export function launcherText(first: string, url: string): string {
  return `import ${quoted(first)};\nimport ${quoted(url)};\n${hook}.ended(${quoted(url)});\n${madeName}`;
}
