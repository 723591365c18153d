// Errors as a console shows them; their frames differ by machine and are left out.
class ValidationError extends Error {
  override readonly name = 'ValidationError';
  readonly field: string;
  constructor(field: string, cause?: unknown) {
    super(`${field} is wrong`, cause === undefined ? {} : { cause });
    this.field = field;
  }
}

const root = new TypeError('root');
console.log(new ValidationError('age'));
console.log(new ValidationError('name', root));
console.log(new ValidationError('text cause', 'only a text'));
console.log(new AggregateError([new Error('one'), root], 'several'));
console.log({ error: new RangeError('nested') });
console.log(String(new ValidationError('age')), `${root}`, Object.keys(new ValidationError('x')));

const renamed = new Error('renamed');
renamed.name = 'Later';
console.log(renamed);
const withCode = Object.assign(new Error('with code'), { code: 'E_CODE' });
console.log(withCode);
console.log(withCode.stack?.split('\n')[0], new ValidationError('y').stack?.split('\n')[0]);
const noStack = new Error('no stack');
noStack.stack = undefined as never;
console.log(noStack);
for (const action of [() => null!['x'], () => JSON.parse('{'), () => new Array(-1)]) {
  try {
    action();
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
}
