import type { EventEmitter } from './events/event-emitter.ts';

/** Own and inherited names, without those that every object has. */
function namesOf(value: object): string[] {
  const names = new Set<string>();
  for (let each = value; each !== Object.prototype; each = Object.getPrototypeOf(each) as object)
    for (const name of Object.getOwnPropertyNames(each)) names.add(name);
  return [...names].filter((name) => name !== 'constructor' && !name.startsWith('_'));
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
