import { nodeError } from '../errors/node-error.ts';

/** `util.MIMEType` and `util.MIMEParams`: the WHATWG's MIME Sniffing standard, section 4. */

const notToken = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const notQuotable = /[^\t\u0020-~\u0080-\u00ff]/;
const endSpace = /[\r\n\t ]+$/;
const startSpace = /^[\r\n\t ]+/;
/** What stands in quotes; the last quote, or a backslash that ends the text, may be missing. */
const quotedValue = /^((?:\\[^]|[^"\\])*)(\\$)?("?)/u;

const lower = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

function badSyntax(part: string, text: string, at: number): Error {
  const where = at === -1 ? '' : ` at ${at}`;
  const message = `The MIME syntax for a ${part} in "${text}" is invalid${where}`;
  return nodeError(TypeError, 'ERR_INVALID_MIME_SYNTAX', message, badSyntax);
}

/** @param whole the text that an error shows */
function checkToken(part: string, token: string, whole: string, isMissing = false): string {
  const at = token.search(notToken);
  if (token === '' || at !== -1 || isMissing) throw badSyntax(part, whole, at);
  return lower(token);
}

/** The value as it stands in a text: with quotes where it is no token. */
function encoded(value: string): string {
  if (value === '') return '""';
  return notToken.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : value;
}

/** Reads one value. @returns it, if there is one, and how many characters were read */
function readValue(text: string): { value: string | undefined; length: number } {
  if (text.startsWith('"')) {
    const [all = '', inside = '', backslash = ''] = quotedValue.exec(text.slice(1)) ?? [];
    const value = inside.replaceAll(/\\([^])/gu, '$1') + backslash;
    return { value, length: all.length + 1 };
  }
  const [raw = ''] = text.split(';', 1);
  const value = raw.replace(endSpace, '');
  return { value: value === '' ? undefined : value, length: raw.length };
}

/** The first parameter of a name counts; what is not well formed is left out. */
function parseParams(text: string): Map<string, string> {
  const found = new Map<string, string>();
  // Spaces at the end begin no parameter, but belong to a value in quotes.
  const tail = endSpace.exec(text)?.[0].length ?? 0;
  let rest = text;
  while (rest.length > tail) {
    rest = rest.replace(startSpace, '');
    const [name = ''] = rest.split(/[;=]/, 1);
    const sign = rest[name.length];
    rest = rest.slice(name.length + 1);
    if (sign !== '=') continue;
    if (rest.length <= tail) break;
    const { value, length } = readValue(rest);
    rest = rest.slice(length + (value === undefined ? 0 : 1));
    if (value === undefined || name === '' || notToken.test(name) || notQuotable.test(value))
      continue;
    const key = lower(name);
    if (!found.has(key)) found.set(key, value);
  }
  return found;
}

/** Makes the parameters of a type; no program can. */
let paramsOf: (text: string) => MIMEParams;

export class MIMEParams {
  #values = new Map<string, string>();

  static {
    paramsOf = (text) => {
      const params = new MIMEParams();
      params.#values = parseParams(text);
      return params;
    };
  }

  delete(name: unknown): void {
    this.#values.delete(lower(`${name}`));
  }

  get(name: unknown): string | null {
    return this.#values.get(lower(`${name}`)) ?? null;
  }

  has(name: unknown): boolean {
    return this.#values.has(lower(`${name}`));
  }

  set(name: unknown, value: unknown): void {
    const key = lower(`${name}`);
    const text = `${value}`;
    checkToken('parameter name', key, key);
    const at = text.search(notQuotable);
    if (at !== -1) throw badSyntax('parameter value', text, at);
    this.#values.set(key, text);
  }

  *entries(): Generator<[string, string]> {
    yield* this.#values.entries();
  }

  *keys(): Generator<string> {
    yield* this.#values.keys();
  }

  *values(): Generator<string> {
    yield* this.#values.values();
  }

  toString(): string {
    return [...this.#values].map(([name, value]) => `${name}=${encoded(value)}`).join(';');
  }

  declare toJSON: () => string;
  declare [Symbol.iterator]: () => Generator<[string, string]>;
}

export class MIMEType {
  #type: string;
  #subtype: string;
  readonly #params: MIMEParams;

  constructor(text: unknown, ...more: unknown[]) {
    if (more[0] !== undefined && more[0] !== null)
      throw nodeError(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    const whole = `${text}`;
    const begun = whole.replace(startSpace, '');
    const slash = begun.indexOf('/');
    const type = slash === -1 ? begun : begun.slice(0, slash);
    this.#type = checkToken('type', type, whole, slash === -1);
    const after = begun.slice(slash + 1);
    const [subtype = ''] = after.split(';', 1);
    this.#subtype = checkToken('subtype', subtype.replace(endSpace, ''), whole);
    this.#params = paramsOf(after.slice(subtype.length + 1));
  }

  /** @returns null where the text is no MIME type */
  static parse(text: unknown): MIMEType | null {
    try {
      return new MIMEType(text);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ERR_INVALID_MIME_SYNTAX') return null;
      throw error;
    }
  }

  get type(): string {
    return this.#type;
  }

  set type(value: unknown) {
    this.#type = checkToken('type', `${value}`, `${value}`);
  }

  get subtype(): string {
    return this.#subtype;
  }

  set subtype(value: unknown) {
    this.#subtype = checkToken('subtype', `${value}`, `${value}`);
  }

  get essence(): string {
    return `${this.#type}/${this.#subtype}`;
  }

  get params(): MIMEParams {
    return this.#params;
  }

  toString(): string {
    const params = MIMEParams.prototype.toString.call(this.#params);
    return params === '' ? this.essence : `${this.essence};${params}`;
  }

  declare toJSON: () => string;
}

/** Another name of a method: the same function, as Node has it. */
function alias(prototype: object, name: PropertyKey, value: CallableFunction): void {
  Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
}

alias(MIMEParams.prototype, Symbol.iterator, MIMEParams.prototype.entries);
alias(MIMEParams.prototype, 'toJSON', MIMEParams.prototype.toString);
alias(MIMEType.prototype, 'toJSON', MIMEType.prototype.toString);
