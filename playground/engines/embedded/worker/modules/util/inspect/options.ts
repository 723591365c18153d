/** What `inspect` can be told, and how it stands when nothing is said. */

/** Puts the codes of a style around a text, or leaves it as it is. */
export type Stylize = (text: string, style: string) => string;

export interface InspectSettings {
  showHidden: boolean;
  /** Levels of nesting that are shown; null: all. */
  depth: number | null;
  colors: boolean;
  customInspect: boolean;
  showProxy: boolean | number;
  maxArrayLength: number | null;
  maxStringLength: number | null;
  breakLength: number;
  /** A number: so many innermost levels are put on one line. */
  compact: boolean | number;
  sorted: boolean | ((a: string, b: string) => number);
  getters: boolean | 'get' | 'set';
  numericSeparator: boolean;
}

export interface InspectOptions extends Partial<InspectSettings> {
  readonly stylize?: Stylize;
}

/** `util.inspect.defaultOptions`: a program may change them. */
export const defaultOptions: InspectSettings = Object.seal({
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10_000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
});

export const optionNames = Object.keys(defaultOptions) as readonly (keyof InspectSettings)[];
