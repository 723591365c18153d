import { invalidArgType } from '../errors/argument-errors.ts';
import { formatWithOptions, inspect, type InspectOptions } from '../util/inspect.ts';
import { durationText } from './duration.ts';
import { tableText } from './table.ts';

/** Where a console writes, and what it measures with. */
export interface ConsoleHost {
  readonly out: ConsoleOutput;
  readonly err: ConsoleOutput;
  warn(message: string): void;
  nowMs(): number;
  readonly groupIndentation: number;
}

export interface ConsoleOutput {
  write(text: string): void;
  /** How values are shown there; colors among it. */
  inspectOptions(): InspectOptions;
  /** Empties the screen of a terminal. */
  clear(): void;
}

/** The methods of a console. */
export class ConsoleMethods {
  readonly #host: ConsoleHost;
  readonly #counts = new Map<string, number>();
  readonly #times = new Map<string, number>();
  #indent = '';

  constructor(host: ConsoleHost) {
    this.#host = host;
  }

  log(...args: unknown[]): void {
    this.#print(this.#host.out, args);
  }

  warn(...args: unknown[]): void {
    this.#print(this.#host.err, args);
  }

  error(...args: unknown[]): void {
    this.warn(...args);
  }

  dir(value: unknown, options: InspectOptions = {}): void {
    const text = inspect(value, {
      customInspect: false,
      ...this.#host.out.inspectOptions(),
      ...options,
    });
    this.#host.out.write(this.#indented(text));
  }

  time(label: unknown = 'default'): void {
    const name = `${label}`;
    if (this.#times.has(name)) this.#host.warn(`Label '${name}' already exists for console.time()`);
    else this.#times.set(name, this.#host.nowMs());
  }

  timeEnd(label: unknown = 'default'): void {
    this.#showTime(`${label}`, 'console.timeEnd()', []);
    this.#times.delete(`${label}`);
  }

  timeLog(label: unknown = 'default', ...data: unknown[]): void {
    this.#showTime(`${label}`, 'console.timeLog()', data);
  }

  trace(...args: unknown[]): void {
    const place = {
      name: 'Trace',
      message: formatWithOptions(this.#host.err.inspectOptions(), ...args),
      stack: '',
    };
    Error.captureStackTrace(place, this.trace);
    this.error(place.stack);
  }

  assert(condition: unknown, ...args: unknown[]): void {
    if (condition) return;
    const [first, ...rest] = args;
    if (typeof first === 'string') this.warn(`Assertion failed: ${first}`, ...rest);
    else this.warn('Assertion failed', ...args);
  }

  clear(): void {
    this.#host.out.clear();
  }

  count(label: unknown = 'default'): void {
    const name = `${label}`;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    this.log(`${name}: ${count}`);
  }

  countReset(label: unknown = 'default'): void {
    if (!this.#counts.delete(`${label}`)) this.#host.warn(`Count for '${label}' does not exist`);
  }

  group(...args: unknown[]): void {
    if (args.length > 0) this.log(...args);
    this.#indent += ' '.repeat(this.#host.groupIndentation);
  }

  groupEnd(): void {
    this.#indent = this.#indent.slice(0, -this.#host.groupIndentation);
  }

  table(data: unknown, columns?: readonly string[]): void {
    if (columns !== undefined && !Array.isArray(columns))
      throw invalidArgType('properties', 'Array', columns);
    this.log(tableText(data, columns, this.#host.out.inspectOptions()) ?? data);
  }

  #indented(text: string): string {
    return `${this.#indent}${text.replaceAll('\n', `\n${this.#indent}`)}\n`;
  }

  #print(output: ConsoleOutput, args: unknown[]): void {
    output.write(this.#indented(formatWithOptions(output.inspectOptions(), ...args)));
  }

  #showTime(name: string, method: string, data: readonly unknown[]): void {
    const startMs = this.#times.get(name);
    if (startMs === undefined) {
      this.#host.warn(`No such label '${name}' for ${method}`);
      return;
    }
    this.log('%s: %s', name, durationText(this.#host.nowMs() - startMs), ...data);
  }
}
