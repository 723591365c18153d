const ANONYMOUS_CLASS =
  /(?<=[^\w$.])class( extends [^{]{1,80})?\{static\{[\w$]+\(this,"([A-Za-z_$][\w$]*)"\)\}/g;

/**
 * Gives minified classes their names back, as names of class expressions. A stack shows the name
 * that a class has in its source (`at TestContext.<anonymous>`), and not the `name` that esbuild's
 * `keepNames` sets; it needs no more bytes, since the call that sets it is gone.
 *
 * A class keeps its short name where the long one could hide a variable that is used inside it.
 *
 * @param program what esbuild made with `minify` and `keepNames`
 */
export function nameClasses(program: string): string {
  return program.replaceAll(ANONYMOUS_CLASS, (all, heritage: string | undefined, name: string) =>
    isVariable(program, name) ? all : `class ${name}${heritage ?? ''}{`,
  );
}

/** Whether a program may read a variable of this name: it stands there as no text, field or key. */
function isVariable(program: string, name: string): boolean {
  const escaped = name.replaceAll('$', '\\$');
  const uses = program.matchAll(new RegExp(`(?<![\\w$"'\`.#])${escaped}(?![\\w$"'\`])`, 'g'));
  return [...uses].some(({ index }) => {
    const isKey = /[{,]/.test(program[index - 1] ?? '') && program[index + name.length] === ':';
    return !isKey;
  });
}
