import { customInspect, inspect, type CustomInspect, type InspectOptions } from './inspect.ts';

/**
 * Classes of the platform that Node has too. Node's say how they are inspected; a browser's keep
 * everything in getters, so that nothing would be shown.
 */

type Fields = Readonly<Record<string, unknown>>;

/** One level deeper, as the inspection of a field needs it. */
function deeper(options: InspectOptions): InspectOptions {
  const { depth } = options;
  return { ...options, depth: typeof depth === 'number' ? depth - 1 : null };
}

/** `Name { field: … }`, and what stands for it below the depth limit. */
function fieldsOf<Value extends object>(
  read: (value: Value) => Fields,
  tooDeep: (value: Value) => unknown,
): CustomInspect {
  return function (this: Value, depth, options) {
    if (depth < 0) return tooDeep(this);
    return `${this.constructor.name} ${inspect(read(this), deeper(options))}`;
  };
}

const named = (value: object): string => value.constructor.name;

const urlFields = [
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

function inspectUrl(this: URL, depth: number, options: InspectOptions): unknown {
  if (depth < 0) return this;
  const fields = Object.fromEntries(urlFields.map((name) => [name, this[name]]));
  return `${this.constructor.name} ${inspect(fields, options)}`;
}

function inspectParams(this: URLSearchParams, depth: number, options: InspectOptions): string {
  if (depth < 0) return '[Object]';
  const show = (text: string): string => inspect(text, deeper(options));
  const entries = [...this].map(([name, value]) => `${show(name)} => ${show(value)}`);
  if (entries.length === 0) return 'URLSearchParams {}';
  const oneLine = entries.join(', ');
  const tooLong = oneLine.length > (options.breakLength ?? 80) || oneLine.includes('\n');
  return tooLong
    ? `URLSearchParams {\n  ${entries.join(',\n  ')} }`
    : `URLSearchParams { ${oneLine} }`;
}

/** A browser's DOMException shows nothing; Node's reads `DOMException [Name]: message`. */
function inspectException(this: DOMException): string {
  const frames = /\n {4}at [^]*/.exec(String(this.stack))?.[0] ?? '';
  return `DOMException [${this.name}]: ${this.message}${frames}`;
}

const bracketed = (value: object): string => `[${named(value)}]`;
const blobFields = fieldsOf<Blob>(({ size, type }) => ({ size, type }), bracketed);
const fileFields = fieldsOf<File>(
  ({ size, type, name, lastModified }) => ({ size, type, name, lastModified }),
  bracketed,
);
const signalFields = fieldsOf<AbortSignal>(({ aborted }) => ({ aborted }), bracketed);
const controllerFields = fieldsOf<AbortController>(({ signal }) => ({ signal }), bracketed);
const targetFields = fieldsOf<EventTarget>(() => ({}), named);
const eventFields = fieldsOf<Event>(
  ({ type, defaultPrevented, cancelable, timeStamp }) => ({
    type,
    defaultPrevented,
    cancelable,
    timeStamp,
  }),
  named,
);

const inspections: readonly (readonly [{ readonly prototype: object }, CustomInspect])[] = [
  [URL, inspectUrl],
  [URLSearchParams, inspectParams],
  [Blob, blobFields],
  [File, fileFields],
  [DOMException, inspectException],
  [Event, eventFields],
  [AbortController, controllerFields],
  [AbortSignal, signalFields],
  [EventTarget, targetFields],
];

/** Teaches the platform's classes to be inspected as Node's are. Those that know it are left. */
export function inspectPlatformAsNode(): void {
  for (const [{ prototype }, inspection] of inspections) {
    if (Object.hasOwn(prototype, customInspect)) continue;
    Object.defineProperty(prototype, customInspect, {
      value: inspection,
      writable: true,
      configurable: true,
    });
  }
}
