import {
  customInspect,
  inspect,
  stripVTControlCharacters,
  type InspectOptions,
} from '../util/inspect.ts';

/** How addresses and their parameters are shown. */

/** One level deeper, as the inspection of a field needs it. */
export function deeper(options: InspectOptions, depth: number | null): InspectOptions {
  return { ...options, depth: depth === null ? null : depth - 1 };
}

/** What stands for an object below the depth limit. */
export function tooDeep(options: InspectOptions): string {
  const text = '[Object]';
  const stylize: unknown = Reflect.get(options, 'stylize');
  return typeof stylize === 'function' ? String(stylize(text, 'special')) : text;
}

/** Colors take no room. */
export function printedLength(text: string): number {
  return stripVTControlCharacters(text).length;
}

const fields = [
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'searchParams',
  'hash',
] as const;

function inspectUrl(this: URL, depth: number | null, options: InspectOptions): unknown {
  if (depth !== null && depth < 0) return this;
  const shown = Object.fromEntries(fields.map((name) => [name, this[name]]));
  return `${this.constructor.name} ${inspect(shown, options)}`;
}

function inspectParams(
  this: URLSearchParams,
  depth: number | null,
  options: InspectOptions,
): string {
  if (depth !== null && depth < 0) return tooDeep(options);
  const { name } = this.constructor;
  const show = (text: string): string => inspect(text, deeper(options, depth));
  const entries = [...this].map(([key, value]) => `${show(key)} => ${show(value)}`);
  if (entries.length === 0) return `${name} {}`;
  const length = entries.reduce((sum, text) => sum + printedLength(text) + 2, -2);
  return length > (options.breakLength ?? 80)
    ? `${name} {\n  ${entries.join(',\n  ')} }`
    : `${name} { ${entries.join(', ')} }`;
}

/** Puts them where `inspect` looks. */
export function inspectUrlsAsNode(): void {
  for (const [prototype, value] of [
    [URL.prototype, inspectUrl],
    [URLSearchParams.prototype, inspectParams],
  ] as const)
    Object.defineProperty(prototype, customInspect, { value, writable: true, configurable: true });
}
