import { validateNumber } from '../errors/validate.ts';
import { inspect, type InspectOptions } from '../util/inspect.ts';
import { part } from './arguments.ts';
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

/** What stands around the properties of an object without a prototype. */
const [before, after] = ['[Object: null prototype] { ', ' }'];

/** What somebody added to the buffer, as text between its braces. */
function ownProperties(buffer: Uint8Array, options: InspectOptions): string | undefined {
  const keys = Reflect.ownKeys(buffer).slice(buffer.length);
  const shown = options.showHidden
    ? keys
    : keys.filter((key) => Object.prototype.propertyIsEnumerable.call(buffer, key));
  if (shown.length === 0) return undefined;
  const others = Object.create(null) as Record<PropertyKey, unknown>;
  for (const key of shown) others[key] = Reflect.get(buffer, key);
  const text = inspect(others, { ...options, breakLength: Infinity, compact: true });
  return text.slice(before.length, -after.length);
}

/** The method under `nodejs.util.inspect.custom`. */
export function inspectBuffer(this: Uint8Array, _depth: unknown, options?: InspectOptions): string {
  const bytes = hex.decode(part(this, 0, maxBytes)).replaceAll(/..(?=.)/g, '$& ');
  const left = this.length - maxBytes;
  const more = left > 0 ? ` ... ${left} more byte${left > 1 ? 's' : ''}` : '';
  const others = options && ownProperties(this, options);
  const separator = this.length > 0 ? ', ' : '';
  const { constructor } = this as { readonly constructor: CallableFunction | null };
  const name = constructor?.name || 'Buffer';
  return `<${name} ${bytes}${more}${others === undefined ? '' : separator + others}>`;
}
