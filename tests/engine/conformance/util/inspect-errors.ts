import { inspect } from 'node:util';
class DatabaseError extends Error {
  code = 'DB';
}
class Named extends Error {
  override name = 'Special';
}
const show = (value: unknown) => console.log(inspect(value).replaceAll(/\n +at .*/g, ''));
show(new DatabaseError('gone'));
show(new Named('n'));
show([new TypeError('in list')]);
show(new Error('outer', { cause: new RangeError('inner') }));
show(new AggregateError([new Error('a'), 'b'], 'all'));
const changed = new Error('before');
changed.message = 'after';
show(changed);
const bare = new Error('bare');
bare.stack = undefined as never;
show(bare);
show(Object.assign(new Error('fields'), { status: 404, detail: { a: { b: {} } } }));
const circular = new Error('circle');
circular.cause = circular;
show(circular);
show(Object.assign(Object.create(null), { e: new Error('x', { cause: 'text' }) }));
