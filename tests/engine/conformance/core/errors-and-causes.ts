import { inspect } from 'node:util';

class HttpError extends Error {
  status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HttpError';
    this.status = status;
  }
}
class Unnamed extends TypeError {}

const root = new Error('socket closed');
const errors: unknown[] = [
  root,
  new Error('outer', { cause: root }),
  new Error('odd cause', { cause: { code: 1 } }),
  new HttpError(503, 'unavailable', { cause: root }),
  new Unnamed('no name of its own'),
  new AggregateError([root, new RangeError('second')], 'several'),
  Object.assign(new Error('with fields'), { code: 'E_FIELDS', details: { a: { b: { c: 1 } } } }),
  Object.assign(new Error('renamed'), { name: 'Renamed' }),
  new Error(''),
  new Error('first line\nsecond line'),
  new DOMException('dom', 'DataError'),
];
for (const error of errors) console.log(error);
for (const error of errors.slice(0, -1)) console.log([error]);
for (const error of errors)
  console.log(String(error), (error as Error).name, error instanceof Error);
console.log({ nested: new HttpError(404, 'missing') });
console.log(inspect(new HttpError(500, 'shallow', { cause: root }), { depth: 0 }));
console.error(new Error('on stderr', { cause: new TypeError('cause on stderr') }));

const noStack = new Error('no stack');
delete noStack.stack;
console.log(noStack);
const loop = new Error('loop') as Error & { self?: unknown };
loop.self = loop;
console.log(loop);
try {
  null!.toString();
} catch (error) {
  console.log((error as Error).message);
}
try {
  JSON.parse('{');
} catch (error) {
  console.log((error as Error).name, (error as Error).message);
}
const { promise, reject } = Promise.withResolvers();
reject(new HttpError(418, 'teapot'));
await promise.catch((error: HttpError) => console.log(error.status, error.message));
console.log(await Promise.allSettled([Promise.reject(new Error('settled')), 1]));
await Promise.any([Promise.reject(new Error('a'))]).catch((error: AggregateError) =>
  console.log(error.message, error.errors.length),
);
