import { customInspect, inspect, type InspectOptions } from '../util/inspect.ts';
import { deeper, printedLength, tooDeep } from './inspection.ts';
import { NodeUrl } from './node-url.ts';
import { NodeSearchParams } from './search-params.ts';

/** How addresses and their parameters are shown. */

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
    [NodeUrl.prototype, inspectUrl],
    [NodeSearchParams.prototype, inspectParams],
  ] as const)
    Object.defineProperty(prototype, customInspect, { value, writable: true, configurable: true });
}
