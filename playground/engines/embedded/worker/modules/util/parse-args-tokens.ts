/** What the words of a command line are: options, their values, positionals. */

export interface OptionConfig {
  readonly type?: unknown;
  readonly short?: string;
  readonly multiple?: boolean;
  readonly default?: unknown;
}

export type OptionsConfig = Readonly<Record<string, OptionConfig>>;

export interface OptionToken {
  readonly kind: 'option';
  name: string;
  /** As it stands: `-f`, `--file`. */
  readonly rawName: string;
  readonly index: number;
  readonly value: string | undefined;
  /** Whether the value stands in the same word; undefined without a value. */
  readonly inlineValue: boolean | undefined;
}

export interface PositionalToken {
  readonly kind: 'positional';
  readonly index: number;
  readonly value: string;
}

export type Token =
  OptionToken | PositionalToken | { readonly kind: 'option-terminator'; readonly index: number };

/** An own property: a program may have changed `Object.prototype`. */
export function own<Config extends object, Key extends keyof Config>(
  config: Config | undefined,
  key: Key,
): Config[Key] | undefined {
  return config !== undefined && Object.hasOwn(config, key) ? config[key] : undefined;
}

export function optionOf(options: OptionsConfig, name: string): OptionConfig | undefined {
  return own(options, name);
}

function longName(short: string, options: OptionsConfig): string {
  const found = Object.entries(options).find(([, config]) => own(config, 'short') === short);
  return found?.[0] ?? short;
}

/** Reads words one after the other, and numbers them as they stood. */
class Words {
  readonly tokens: Token[] = [];
  readonly #options: OptionsConfig;
  readonly #rest: string[];
  #index = -1;
  /** Words still to come that stand for one group of letters, and have its number. */
  #grouped = 0;

  constructor(args: readonly string[], options: OptionsConfig) {
    this.#rest = [...args];
    this.#options = options;
  }

  readAll(): Token[] {
    for (let word = this.#rest.shift(); word !== undefined; word = this.#rest.shift()) {
      if (this.#grouped > 0) this.#grouped--;
      else this.#index++;
      this.#read(word);
    }
    return this.tokens;
  }

  #read(word: string): void {
    if (word === '--') this.#endOptions();
    else if (/^-[^-]$/s.test(word)) this.#option(longName(word.slice(1), this.#options), word);
    else if (/^-[^-]./s.test(word)) this.#letters(word);
    else if (word.startsWith('--') && word.includes('=', 3)) this.#longWithValue(word);
    else if (word.startsWith('--')) this.#option(word.slice(2), word);
    else this.tokens.push({ kind: 'positional', index: this.#index, value: word });
  }

  #takesValue(name: string): boolean {
    return own(optionOf(this.#options, name), 'type') === 'string';
  }

  /** An option that is a word of its own; the next word may be its value. */
  #option(name: string, rawName: string): void {
    const hasValue = this.#takesValue(name) && this.#rest.length > 0;
    const value = hasValue ? this.#rest.shift() : undefined;
    const inlineValue = hasValue ? false : undefined;
    this.tokens.push({ kind: 'option', name, rawName, index: this.#index, value, inlineValue });
    if (hasValue) this.#index++;
  }

  /** `-abc`: three options, or one with its value. */
  #letters(word: string): void {
    const first = longName(word.charAt(1), this.#options);
    if (this.#takesValue(first)) {
      const [rawName, value] = [`-${word.charAt(1)}`, word.slice(2)];
      this.#inline(first, rawName, value);
      return;
    }
    const words: string[] = [];
    for (let at = 1; at < word.length; at++) {
      const takesRest = this.#takesValue(longName(word.charAt(at), this.#options));
      if (takesRest && at < word.length - 1) {
        words.push(`-${word.slice(at)}`);
        break;
      }
      words.push(`-${word.charAt(at)}`);
    }
    this.#rest.unshift(...words);
    this.#grouped = words.length;
  }

  #longWithValue(word: string): void {
    const equal = word.indexOf('=');
    const name = word.slice(2, equal);
    this.#inline(name, `--${name}`, word.slice(equal + 1));
  }

  #inline(name: string, rawName: string, value: string): void {
    const index = this.#index;
    this.tokens.push({ kind: 'option', name, rawName, index, value, inlineValue: true });
  }

  #endOptions(): void {
    this.tokens.push({ kind: 'option-terminator', index: this.#index });
    for (const value of this.#rest.splice(0))
      this.tokens.push({ kind: 'positional', index: ++this.#index, value });
  }
}

export function tokensOf(args: readonly string[], options: OptionsConfig): Token[] {
  return new Words(args, options).readAll();
}
