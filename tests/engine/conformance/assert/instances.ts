import { Assert, AssertionError, CallTracker, strict } from 'node:assert';
const attempt = (run: () => void) => {
  try {
    run();
    console.log('holds');
  } catch (error) {
    console.log((error as Error).message);
  }
};
const full = new Assert({ diff: 'full' });
const loose = new Assert({ strict: false });
const shapes = new (Assert as never as new (o: object) => Assert)({ skipPrototype: true });
attempt(() => full.equal(1, '1'));
attempt(() => loose.equal(1, '1'));
attempt(() => shapes.deepStrictEqual(Object.create(null), {}));
attempt(() =>
  full.deepEqual(
    Array.from({ length: 60 }, (_, i) => i),
    [],
  ),
);
attempt(() => new Assert({ diff: 'nope' as never }));
attempt(() => (Assert as never as () => void)());
attempt(() => strict.deepEqual([1], ['1']));
const error = new AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' });
console.log(error.name, error.code, String(error), Object.keys(error));
console.log(new AssertionError({ message: 'only this', operator: 'x' }).message);
attempt(() => new AssertionError('x' as never));
const tracker = new CallTracker();
const called = tracker.calls(() => 'done', 2);
console.log(
  called(),
  tracker.getCalls(called).length,
  tracker.report().map(({ message }) => message),
);
attempt(() => tracker.verify());
called();
attempt(() => tracker.verify());
