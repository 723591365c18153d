/** What a program says of a test: `test(name, options, fn)`, where each may be left out. */

export type TestFunction = (this: unknown, ...args: unknown[]) => unknown;

export interface TestOptions {
  /** How many subtests run at once; true: as many as there are. */
  readonly concurrency?: number | boolean | null;
  readonly expectFailure?: unknown;
  readonly only?: boolean;
  readonly plan?: number;
  readonly signal?: AbortSignal;
  readonly skip?: boolean | string;
  readonly timeout?: number;
  readonly todo?: boolean | string;
}

export interface Declaration {
  readonly name: string;
  readonly options: TestOptions;
  readonly fn: TestFunction;
}

const nothing: TestFunction = () => undefined;

const isFunction = (value: unknown): value is TestFunction => typeof value === 'function';
const isOptions = (value: unknown): value is TestOptions =>
  typeof value === 'object' && value !== null;

/** @param fixed options that the called function stands for, such as `test.skip` */
export function readDeclaration(args: readonly unknown[], fixed: TestOptions): Declaration {
  const fn = args.find(isFunction) ?? nothing;
  const options = { ...args.find(isOptions), ...fixed };
  const [first] = args;
  const name = typeof first === 'string' && first !== '' ? first : fn.name || '<anonymous>';
  return { name, options, fn };
}
