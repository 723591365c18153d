import { types } from '../types.ts';
import type { Inspection } from './inspection.ts';
import { noLevel } from './stack-text.ts';

/** Functions and classes: `[Function: name]`, `[class A extends B]`. */

const comments = /\/\/.*?\n|\/\*[^]*?\*\//g;
const classHead = /^\s+[^(]*?\s*\{/;

/** By its source: a class's begins with the word, and has braces before parentheses. */
function isClass(source: string): boolean {
  if (!source.startsWith('class') || !source.endsWith('}')) return false;
  const rest = source.slice(5, -1);
  const brace = rest.indexOf('{');
  if (brace === -1) return false;
  return !rest.slice(0, brace).includes('(') || classHead.test(rest.replaceAll(comments, ''));
}

function classText(value: CallableFunction, name: string | null, tag: string): string {
  const ownName = (Object.hasOwn(value, 'name') && value.name) || '(anonymous)';
  let text = `class ${ownName}`;
  if (name !== 'Function' && name !== null) text += ` [${name}]`;
  if (tag !== '' && name !== tag) text += ` [${tag}]`;
  if (name === null) return `[${text} extends [null prototype]]`;
  const parent: unknown = Reflect.get(Object.getPrototypeOf(value) as object, 'name');
  return parent ? `[${text} extends ${String(parent)}]` : `[${text}]`;
}

function nameText(inspection: Inspection, value: CallableFunction): string {
  const { name }: { readonly name: unknown } = value;
  if (name === '') return ' (anonymous)';
  return `: ${typeof name === 'string' ? name : inspection.show(name, noLevel)}`;
}

/** @param name of its class, `Function` mostly; null where it has no prototype */
export function functionText(
  inspection: Inspection,
  value: CallableFunction,
  name: string | null,
  tag: string,
): string {
  if (isClass(Function.prototype.toString.call(value))) return classText(value, name, tag);
  const generator = types.isGeneratorFunction(value) ? 'Generator' : '';
  const kind = `${types.isAsyncFunction(value) ? 'Async' : ''}${generator}Function`;
  const orphan = name === null ? ' (null prototype)' : '';
  let text = `[${kind}${orphan}${nameText(inspection, value)}]`;
  if (name !== kind && name !== null) text += ` ${name}`;
  if (tag !== '' && name !== tag) text += ` [${tag}]`;
  return text;
}
