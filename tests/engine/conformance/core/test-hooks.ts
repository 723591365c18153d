import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it, test } from 'node:test';

const calls: string[] = [];
before(() => calls.push('file before'));
beforeEach(() => calls.push('file before each'));
afterEach(() => calls.push('file after each'));
after(() => console.log(calls.join('\n')));

describe('with hooks', () => {
  before(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    calls.push('before');
  });
  beforeEach((t) => calls.push(`before each of ${'name' in t ? t.name : ''}`));
  afterEach(() => calls.push('after each'));
  after((_, done) => {
    calls.push('after');
    done();
  });
  it('one', () => calls.push('one'));
  it('two', () => {
    calls.push('two');
    assert.fail('two fails');
  });
  it.skip('three', () => calls.push('three'));
  describe('nested', () => {
    beforeEach(() => calls.push('nested before each'));
    afterEach(() => calls.push('nested after each'));
    it('four', () => calls.push('four'));
  });
});
describe('with a hook that fails', () => {
  before(() => {
    throw new Error('before fails');
  });
  it('is not reached', () => calls.push('never'));
});
describe('with a failing beforeEach', () => {
  beforeEach(() => {
    throw new Error('beforeEach fails');
  });
  it('fails with it', () => calls.push('never'));
});
describe('with a failing afterEach', () => {
  afterEach(() => {
    throw new Error('afterEach fails');
  });
  it('fails with it', () => {});
});
describe('with a failing after', () => {
  after(() => {
    throw new Error('after fails');
  });
  it('passes', () => {});
});
test('has hooks of its own', async (t) => {
  t.before(() => calls.push('own before'));
  t.after(() => calls.push('own after'));
  t.beforeEach(() => calls.push('own before each'));
  t.afterEach(() => calls.push('own after each'));
  await t.test('subtest', () => calls.push('subtest'));
});
