/** Programs that ask what modules export. Their imports are in quotes, so that packages load. */

/** Names of the global scope, listed as if they were a module's. */
export const globalsName = 'globals';

const nameOf = (index: number): string => `module${index}`;

function importsOf(modules: readonly string[]): string {
  const lines = modules.map((name, index) => `import * as ${nameOf(index)} from 'node:${name}';`);
  const entries = modules.map((name, index) => `${JSON.stringify(name)}: ${nameOf(index)}`);
  return [
    ...lines,
    '// These globals come as packages, where a program names them.',
    'void [fetch, WebSocket, crypto.subtle];',
    `const modules = { ${entries.join(', ')} };`,
  ].join('\n');
}

/** Prints what each module exports, and of what type: an object of objects, on one line. */
export function listProgram(modules: readonly string[]): string {
  return `${importsOf(modules)}
const typesOf = (owner) =>
  Object.fromEntries(Object.getOwnPropertyNames(owner).map((name) => [name, typeof owner[name]]));
const listed = Object.entries({ ...modules, ${globalsName}: globalThis });
console.log(JSON.stringify(Object.fromEntries(listed.map(([name, owner]) => [name, typesOf(owner)]))));
`;
}

/** Resolves to the message of a call's error, or to `''`; what stays pending counts as none. */
const attempt = `
async function attempt(make) {
  try {
    const made = make();
    const turn = new Promise((resolve) => setImmediate(resolve, made));
    if (typeof made?.then === 'function') await Promise.race([made, turn]);
    return '';
  } catch (error) {
    return String(error?.message);
  }
}
`;

/** One export, or what stands inside it, and the text of the arguments it is called with. */
export interface Call {
  readonly module: string;
  readonly path: string;
  readonly args: string;
}

/** Calls each, and prints the message of each error: a list, on one line. */
export function callProgram(modules: readonly string[], calls: readonly Call[]): string {
  const called = calls.map(({ module, path, args }) => {
    const steps = path.split('.').map((step) => `[${JSON.stringify(step)}]`);
    return `() => modules[${JSON.stringify(module)}]${steps.join('')}(${args})`;
  });
  return `${importsOf(modules)}${attempt}
const messages = [];
for (const call of [
  ${called.join(',\n  ')}
]) messages.push(await attempt(call));
console.log(JSON.stringify(messages));
process.exit();
`;
}

/**
 * Calls every function of every module without arguments, with \`new\` and without, and prints
 * which of them name WebContainer: a list, on the last line.
 * @param left names of what to leave alone, such as `process.exit`
 */
export function searchProgram(modules: readonly string[], left: readonly string[]): string {
  return `${importsOf(modules)}${attempt}
// What a call starts may fail later, which is nobody's concern here.
for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, () => {});
const left = new Set(${JSON.stringify(left)});
const refusing = [];
for (const [module, members] of Object.entries(modules)) {
  for (const [name, member] of Object.entries(members)) {
    if (typeof member !== 'function' || left.has(\`\${module}.\${name}\`) || left.has(module)) continue;
    const messages = [await attempt(() => member()), await attempt(() => new member())];
    if (messages.some((text) => text.includes('WebContainer'))) refusing.push(\`\${module}.\${name}\`);
  }
}
console.log(JSON.stringify(refusing));
process.exit();
`;
}
