import { validateNumber } from '../errors/validate.ts';
import { inspect, type InspectOptions } from '../util/inspect.ts';
import { hex } from './encodings/hex.ts';

/** `<Buffer 68 69>` */

let maxBytes = 50;

/** `INSPECT_MAX_BYTES`: how many bytes are shown. */
export const inspectLimit = {
  get: (): number => maxBytes,
  set(bytes: unknown): void {
    validateNumber(bytes, 'INSPECT_MAX_BYTES', 0);
    maxBytes = bytes;
  },
};

/** What somebody added to the buffer, as text between its braces. */
function ownProperties(buffer: Uint8Array, options: InspectOptions): string | undefined {
  const keys = Reflect.ownKeys(buffer).slice(buffer.length);
  const shown = options.showHidden
    ? keys
    : keys.filter((key) => Object.prototype.propertyIsEnumerable.call(buffer, key));
  if (shown.length === 0) return undefined;
  const others = Object.fromEntries(shown.map((key) => [key, Reflect.get(buffer, key) as unknown]));
  return inspect(others, { ...options, breakLength: Infinity, compact: true })
    .slice(1, -1)
    .trim();
}

/** The method under `nodejs.util.inspect.custom`. */
export function inspectBuffer(
  this: Uint8Array,
  _depth?: number,
  options: InspectOptions = {},
): string {
  const bytes = hex.decode(this.subarray(0, maxBytes)).replaceAll(/..(?=.)/g, '$& ');
  const left = this.length - maxBytes;
  const more = left > 0 ? ` ... ${left} more byte${left > 1 ? 's' : ''}` : '';
  const others = ownProperties(this, options);
  const separator = this.length > 0 ? ', ' : '';
  const name = this.constructor.name || 'Buffer';
  return `<${name} ${bytes}${more}${others === undefined ? '' : separator + others}>`;
}
