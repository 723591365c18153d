import { after, afterEach, beforeEach, describe, it } from 'node:test';
describe('a failing before each', () => {
  beforeEach(() => {
    throw new Error('no setup');
  });
  it('never runs', () => console.log('never'));
});
describe('a failing after each', () => {
  afterEach(() => {
    throw new Error('no cleanup');
  });
  it('runs', () => console.log('ran'));
});
describe('a failing after', () => {
  after(() => {
    throw new Error('no end');
  });
  it('runs too', () => {});
});
describe('a suite that throws', () => {
  it('declared before', () => {});
  throw new Error('while declaring');
});
