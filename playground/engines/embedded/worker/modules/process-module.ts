import type { EventEmitter } from './events/event-emitter.ts';

/** Its own names and those of its class: what it has of an emitter, Node does not export either. */
function namesOf(process: EventEmitter): string[] {
  const inherited = Object.getPrototypeOf(process) as object;
  return [...Object.keys(process), ...Object.getOwnPropertyNames(inherited)].filter(
    (name) => name !== 'constructor' && !name.startsWith('_'),
  );
}

/** The members of `process` as exports; its functions work on their own. */
export function processMembers(process: EventEmitter): Record<string, unknown> {
  return Object.fromEntries(
    namesOf(process).map((name) => {
      const value: unknown = Reflect.get(process, name);
      const isMethod = typeof value === 'function' && !Object.hasOwn(process, name);
      return [name, isMethod ? (value.bind(process) as unknown) : value];
    }),
  );
}
