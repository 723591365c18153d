import path from 'node:path';

// Programs pass these in spite of the types.
const wrong: unknown[] = [undefined, null, 5, true, {}, []];
const names = [
  'normalize',
  'dirname',
  'basename',
  'extname',
  'parse',
  'isAbsolute',
  'join',
  'resolve',
  'relative',
  'format',
] as const;
for (const system of [path.posix, path.win32])
  for (const name of names)
    for (const value of wrong)
      try {
        console.log(name, Reflect.apply(system[name] as CallableFunction, system, [value]));
      } catch (error) {
        console.log(name, String(error));
      }
for (const suffix of [null, 5, {}])
  try {
    console.log(path.basename('a', suffix as unknown as string));
  } catch (error) {
    console.log(String(error));
  }
console.log(path.toNamespacedPath(5 as unknown as string), path.format({ name: 'a', ext: 'b' }));
