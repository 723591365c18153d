import {
  parse,
  type AnyNode,
  type Function as FunctionNode,
  type LabeledStatement,
  type Program,
} from 'acorn';
import { contextName as hooks, heldName as held } from '../../worker/context/names.ts';
import type { Edit } from '../../worker/linker/scan.ts';

/**
 * A browser resumes an async function after `await` without a word, so the text itself brings the
 * async context back. No line is added, and each edit is known, so that stacks keep their places.
 *
 *     await e         →  hooks.got(await hooks.ask(e, held = hooks.now()), held, held = undefined)
 *     catch (x) {     →  catch (x) { held = hooks.back(held);
 *     return e        →  return hooks.ask(e)          in an async function, for thenables
 *     new Promise(f)  →  new (hooks.promise(Promise))(f)
 */

/** The function or module whose `await`s are being rewritten. */
interface Scope {
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** Places where the function waits, so far. */
  waits: number;
}

type Label = { readonly start: number; readonly end: number };

const restore = `${held}=${hooks}.back(${held});`;
const options = {
  ecmaVersion: 'latest',
  allowHashBang: true,
  preserveParens: true,
  allowReturnOutsideFunction: true,
} as const;

/** @returns the edits in the order of the text; none where it does not parse */
export function rewriteAwaits(text: string): readonly Edit[] {
  const program = parseAny(text);
  return program ? new Rewriter(text).edits(program) : [];
}

function parseAny(text: string): Program | undefined {
  for (const sourceType of ['module', 'script'] as const) {
    try {
      return parse(text, { ...options, sourceType });
    } catch {
      // A script may be none of a module; what is neither, the browser refuses.
    }
  }
  return undefined;
}

class Rewriter {
  readonly #text: string;
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  edits(program: Program): readonly Edit[] {
    const scope: Scope = { isAsync: true, isGenerator: false, waits: 0 };
    this.#children(program, scope);
    if (scope.waits > 0) this.#insert(this.#text.length, `\nvar ${held};`);
    return this.#edits;
  }

  #insert(at: number, text: string): void {
    this.#edits.push({ start: at, end: at, text });
  }

  /** Puts a call around an expression. */
  #wrap(node: AnyNode, before: string, after: string, inside: () => void): void {
    this.#insert(node.start, before);
    inside();
    this.#insert(node.end, after);
  }

  #children(node: AnyNode, scope: Scope): void {
    for (const child of childrenOf(node)) this.#visit(child, scope);
  }

  #visit(node: AnyNode, scope: Scope, label: Label = node): void {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.#function(node, scope);
        break;
      case 'AwaitExpression':
        scope.waits += 1;
        this.#wrap(node, `${hooks}.got(`, `,${held},${held}=undefined)`, () =>
          this.#ask(node.argument, scope, `,${held}=${hooks}.now()`),
        );
        break;
      case 'YieldExpression':
        this.#yield(node, scope);
        break;
      case 'ReturnStatement':
        if (scope.isAsync && node.argument) this.#ask(node.argument, scope, '');
        else this.#children(node, scope);
        break;
      case 'TryStatement':
        this.#try(node, scope);
        break;
      case 'ForOfStatement':
        if (node.await) this.#forAwait(node, scope, label);
        else this.#children(node, scope);
        break;
      case 'LabeledStatement':
        this.#labeled(node, scope, label);
        break;
      case 'NewExpression':
        this.#new(node, scope);
        break;
      default:
        this.#children(node, scope);
    }
  }

  #ask(argument: AnyNode, scope: Scope, more: string): void {
    // A sequence would be several arguments: `return a, b`.
    const [open, close] = argument.type === 'SequenceExpression' ? ['(', ')'] : ['', ''];
    this.#wrap(argument, ` ${hooks}.ask(${open}`, `${close}${more})`, () =>
      this.#visit(argument, scope),
    );
  }

  #function(node: FunctionNode & AnyNode, outer: Scope): void {
    for (const param of node.params) this.#visit(param, outer);
    const scope: Scope = { isAsync: node.async, isGenerator: node.generator, waits: 0 };
    const { body } = node;
    if (body.type === 'BlockStatement') {
      const directive = body.body.findLast((one) => 'directive' in one && one.directive);
      const at = directive?.end ?? body.start + 1;
      const place = this.#edits.length;
      this.#children(body, scope);
      if (scope.waits === 0) return;
      this.#edits.splice(place, 0, { start: at, end: at, text: `;let ${held};` });
    } else if (scope.isAsync) {
      const place = this.#edits.length;
      this.#visit(body, scope);
      const [before, after] = scope.waits > 0 ? [`{let ${held};return `, '}'] : ['', ''];
      const start = { start: body.start, end: body.start, text: `${before}${hooks}.ask(` };
      this.#edits.splice(place, 0, start);
      this.#insert(body.end, `)${after}`);
    } else this.#visit(body, scope);
  }

  /** In an async generator: `yield e` awaits e, `yield* e` every step of e. */
  #yield(node: AnyNode & { type: 'YieldExpression' }, scope: Scope): void {
    const { argument } = node;
    if (!scope.isAsync || !argument) {
      this.#children(node, scope);
      return;
    }
    scope.waits += 1;
    if (node.delegate) {
      this.#wrap(node, `${hooks}.got(`, `,${held},${held}=undefined)`, () =>
        this.#each(argument, scope),
      );
    } else {
      this.#wrap(node, `${hooks}.first(`, `,${held}=undefined)`, () =>
        this.#ask(argument, scope, `,${held}=${hooks}.now()`),
      );
    }
  }

  #each(iterable: AnyNode, scope: Scope): void {
    this.#wrap(iterable, ` ${hooks}.each(`, `,_=>{${held}=_})`, () => this.#visit(iterable, scope));
  }

  #try(node: AnyNode & { type: 'TryStatement' }, scope: Scope): void {
    const before = scope.waits;
    this.#visit(node.block, scope);
    const { handler, finalizer } = node;
    if (handler) {
      if (handler.param) this.#visit(handler.param, scope);
      if (scope.waits > before) this.#insert(handler.body.start + 1, restore);
      this.#visit(handler.body, scope);
    }
    if (!finalizer) return;
    if (scope.waits > before) this.#insert(finalizer.start + 1, restore);
    this.#visit(finalizer, scope);
  }

  /** A `continue` of this label may leave a `for await` inside, which waits for that. */
  #labeled({ body }: LabeledStatement, scope: Scope, label: Label): void {
    const { waits } = scope;
    const place = this.#edits.length;
    this.#visit(body, scope, label);
    if (scope.waits === waits || !('body' in body) || Array.isArray(body.body)) return;
    const inner = body.body;
    if (!isNode(inner) || inner.type !== 'BlockStatement') return;
    const start = inner.start + 1;
    const at = this.#edits.findIndex((edit, index) => index >= place && edit.start >= start);
    this.#edits.splice(at, 0, { start, end: start, text: restore });
  }

  /** @param label what labels the loop, and so has to stay next to it */
  #forAwait(node: AnyNode & { type: 'ForOfStatement' }, scope: Scope, label: Label): void {
    scope.waits += 1;
    this.#insert(label.start, '{');
    this.#visit(node.left, scope);
    this.#each(node.right, scope);
    const block = node.body.type === 'BlockStatement';
    this.#insert(node.body.start + (block ? 1 : 0), block ? restore : `{${restore}`);
    this.#visit(node.body, scope);
    this.#insert(node.end, `${block ? '' : '}'}${restore}}`);
  }

  #new(node: AnyNode & { type: 'NewExpression' }, scope: Scope): void {
    const { callee } = node;
    if (callee.type === 'Identifier' && callee.name === 'Promise')
      this.#wrap(callee, `(${hooks}.promise(`, '))', () => undefined);
    else this.#visit(callee, scope);
    for (const argument of node.arguments) this.#visit(argument, scope);
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** In the order of the text. */
function childrenOf(node: AnyNode): AnyNode[] {
  const nodes = new Set<AnyNode>(Object.values(node).flat().filter(isNode));
  return [...nodes].sort((a, b) => a.start - b.start);
}
