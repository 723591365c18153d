import { parse } from 'cjs-module-lexer';

/**
 * The names that an `import` sees of a CommonJS file, as Node finds them: by its text, without
 * running it.
 * @param textOf the text of a file that `require` of another would load; undefined for what is none
 */
export function namedExports(
  filename: string,
  textOf: (filename: string) => string | undefined,
  resolve: (request: string, from: string) => string | undefined,
): ReadonlySet<string> {
  const names = new Set(['default', 'module.exports']);
  const seen = new Set<string>();
  const collect = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const found = lex(textOf(file) ?? '');
    for (const name of found.exports) names.add(name);
    for (const request of found.reexports) {
      const other = resolve(request, file);
      if (other !== undefined) collect(other);
    }
  };
  collect(filename);
  return names;
}

function lex(text: string): ReturnType<typeof parse> {
  try {
    return parse(text);
  } catch {
    // What does not parse says so when it runs.
    return { exports: [], reexports: [] };
  }
}
