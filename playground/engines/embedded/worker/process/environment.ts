import { nodeError } from '../modules/errors/node-error.ts';

export type Environment = Record<string, string | undefined>;

/** @throws {TypeError} what an environment cannot hold */
function badProperty(message: string): Error {
  return nodeError(TypeError, 'ERR_INVALID_OBJECT_DEFINE_PROPERTY', message, badProperty);
}

/** `process.env`: whatever is put into it becomes a text. */
export function environmentOf(given: Readonly<Record<string, string>>): Environment {
  return new Proxy<Environment>(
    { ...given },
    {
      get: (target, name, receiver) =>
        typeof name === 'symbol' ? undefined : (Reflect.get(target, name, receiver) as unknown),
      set(target, name, value) {
        // A symbol cannot become a text: this throws what Node throws.
        target[`${name as string}`] = `${value}`;
        return true;
      },
      defineProperty(target, name, descriptor) {
        const { get, set, value, writable, enumerable, configurable } = descriptor;
        if (get || set)
          throw badProperty("'process.env' does not accept an accessor(getter/setter) descriptor");
        if (!writable || !enumerable || !configurable)
          throw badProperty(
            "'process.env' only accepts a configurable, writable, and enumerable data descriptor",
          );
        return Reflect.defineProperty(target, name, { ...descriptor, value: `${value}` });
      },
    },
  );
}

/**
 * The variables in the text of a `.env` file.
 * @see https://nodejs.org/api/environment_variables.html#env-files
 */
export function parseEnvironment(text: string): Record<string, string> {
  const line =
    /^[ \t]*(?:export[ \t]+)?([^\s=#][^=\n]*?)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^#\n]*))/gm;
  const entries = [...text.replaceAll('\r\n', '\n').matchAll(line)].map(
    ([, name = '', double, single, back, plain = '']): [string, string] => [
      name,
      double?.replaceAll('\\n', '\n') ?? single ?? back ?? plain.trim(),
    ],
  );
  return Object.fromEntries(entries);
}
