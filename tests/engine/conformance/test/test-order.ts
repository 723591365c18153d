import { after, afterEach, before, beforeEach, describe, it, test } from 'node:test';
const say = (text: string) => () => console.log(text);
before(say('root before'));
after(say('root after'));
beforeEach(say('root beforeEach'));
afterEach(say('root afterEach'));
test('first', say('first'));
describe('outer', () => {
  before(say('outer before'));
  after(say('outer after'));
  beforeEach(say('outer beforeEach'));
  afterEach(say('outer afterEach'));
  it('one', say('one'));
  describe('inner', () => {
    before(say('inner before'));
    beforeEach(say('inner beforeEach'));
    it('two', say('two'));
    it('three', async () => {
      await null;
      console.log('three');
    });
  });
});
test('last', async (t) => {
  t.beforeEach(say('t beforeEach'));
  await t.test('sub', say('sub'));
  t.after(say('t after'));
  console.log('last');
});
console.log('declared');
