import { describe, it, suite, test } from 'node:test';
test.skip('skipped', () => {
  throw new Error('never');
});
test.todo('to do');
test('todo that fails', { todo: 'soon' }, () => {
  throw new Error('not yet');
});
test('skips itself', (t) => {
  t.skip('because');
});
test('marks itself', (t) => {
  t.todo('later');
});
it('with options', { skip: false }, () => {});
describe.skip('a skipped suite', () => {
  it('never runs', () => {
    throw new Error('never');
  });
});
describe.todo('a suite to do', () => {
  it('runs', () => {});
});
suite('names', () => {
  it(() => {});
  it(function named() {});
  it('', () => {});
});
test('says things', (t) => {
  t.diagnostic('a diagnostic');
  console.log(t.name, t.fullName);
});
