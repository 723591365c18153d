import { describe, expect, it } from 'vitest';
import { readAnswer, readRequest } from '../../../src/wizard/ui/drawings/frame-messages.ts';

const frame = { name: 'the frame' };
const sender = { window: frame, origin: 'https://site.example' };
const from = (data: unknown, source: unknown = frame, origin = sender.origin) => ({
  source,
  origin,
  data,
});

const answer = { kind: 'drawn', svg: '<svg/>' };
const request = { source: 'flowchart TB', isDark: true };

describe('an answer', () => {
  it('is read from the frame', () => {
    expect(readAnswer(from(answer), sender)).toEqual(answer);
    const failed = { kind: 'failed', why: 'Parse error' };
    expect(readAnswer(from(failed), sender)).toEqual(failed);
  });

  it('is nothing from another window, from nobody, or from another origin', () => {
    expect(readAnswer(from(answer, { name: 'another' }), sender)).toBeUndefined();
    expect(readAnswer(from(answer, null), { ...sender, window: null })).toBeUndefined();
    expect(readAnswer(from(answer, frame, 'https://other.example'), sender)).toBeUndefined();
    expect(readAnswer(from(answer, frame, 'null'), sender)).toBeUndefined();
  });

  it.each([
    undefined,
    null,
    'drawn',
    {},
    { kind: 'drawn' },
    { kind: 'drawn', svg: 1 },
    { kind: 'failed', svg: '<svg/>' },
    { kind: 'ready' },
  ])('is nothing in another form: %j', (data) => {
    expect(readAnswer(from(data), sender)).toBeUndefined();
  });

  it('carries nothing that was not asked for', () => {
    expect(readAnswer(from({ ...answer, url: 'https://other.example' }), sender)).toEqual(answer);
  });
});

describe('a request', () => {
  it('is read from the page around', () => {
    expect(readRequest(from(request), sender)).toEqual(request);
  });

  it('is nothing from another window or another origin', () => {
    expect(readRequest(from(request, { name: 'another' }), sender)).toBeUndefined();
    expect(readRequest(from(request, frame, 'https://other.example'), sender)).toBeUndefined();
  });

  it.each([undefined, null, 'flowchart TB', { source: 'a' }, { source: 1, isDark: true }])(
    'is nothing in another form: %j',
    (data) => {
      expect(readRequest(from(data), sender)).toBeUndefined();
    },
  );
});
