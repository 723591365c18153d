import { describe, expect, test } from 'vitest';
import {
  readFrameMessage,
  readWorkerMessage,
} from '../../../../playground/engines/embedded/host/read-message.ts';
import { readTraceEvent } from '../../../../playground/engine/read-trace.ts';
import { longestMessage } from '../../../../playground/engines/embedded/protocol.ts';

const read = (value: unknown) => readWorkerMessage(JSON.stringify(value));
const answer = { type: 'answer', id: 1, status: 200, statusText: '', headers: [] };
const fault = { file: 'main.ts', line: 3, column: 7, message: 'Error: x' };
const chunk = { stream: 'stdout', text: 'x' };

describe('messages of the worker', () => {
  test.each([
    { type: 'said', items: [chunk, { stream: 'stderr', text: '' }] },
    { type: 'traced', events: [{ kind: 'whatever' }] },
    { type: 'unparsed', message: "Unexpected token ';'" },
    { type: 'ports', ports: [80, 65_535] },
    { type: 'answer', id: 1, status: 599, statusText: 'Fine', headers: [['a-b', 'c d']] },
    { type: 'body', id: 1, data: 'YWJj' },
    { type: 'answered', id: 1 },
    { type: 'unanswered', id: 1, message: 'It closed.' },
    { type: 'end', reason: 'exit', code: 255, traceCut: 3 },
    { type: 'end', reason: 'output-limit', code: 0, traceCut: 0 },
    { type: 'end', reason: 'exit', code: 1, traceCut: 0, fault },
  ])('are made anew: $type', (message) => {
    expect(read({ ...message, extra: 1 })).toEqual(message);
  });

  test.each([
    ['no object', 7],
    ['null', null],
    ['an array', [{ type: 'end' }]],
    ['an unknown type', { type: 'admin' }],
    ['no type', {}],
    ['items that are no list', { type: 'said', items: chunk }],
    ['an item that is none', { type: 'said', items: [null] }],
    ['an unknown stream', { type: 'said', items: [{ ...chunk, stream: 'stdin' }] }],
    ['text that is none', { type: 'said', items: [{ ...chunk, text: { a: 1 } }] }],
    ['one bad item among good ones', { type: 'said', items: [chunk, { stream: 'stdout' }] }],
    ['events that are no list', { type: 'traced', events: 'all' }],
    ['ports that are no list', { type: 'ports', ports: 80 }],
    ['a port out of range', { type: 'ports', ports: [65_536] }],
    ['a port that is text', { type: 'ports', ports: ['80'] }],
    ['too many ports', { type: 'ports', ports: Array(101).fill(80) }],
    ['an answer to nothing', { ...answer, id: '1' }],
    ['a status out of range', { ...answer, status: 600 }],
    ['a status that is no number', { ...answer, status: '200' }],
    ['a status text of two lines', { ...answer, statusText: 'a\nb' }],
    ['headers that are no list', { ...answer, headers: { a: 'b' } }],
    ['a header that is none', { ...answer, headers: [['a']] }],
    ['a header of two lines', { ...answer, headers: [['a', 'b\r\nc: d']] }],
    ['a name that is none', { ...answer, headers: [['a b', 'c']] }],
    ['a header that is too long', { ...answer, headers: [['a', 'b'.repeat(10_000)]] }],
    ['too many headers', { ...answer, headers: Array(65).fill(['a', 'b']) }],
    ['a body that is no base64', { type: 'body', id: 1, data: '<b>=' }],
    ['a body that is cut', { type: 'body', id: 1, data: 'YWJ' }],
    ['a reason that is no text', { type: 'unanswered', id: 1, message: 1 }],
    ['an unknown reason', { type: 'end', reason: 'killed', code: 0 }],
    ['a code out of range', { type: 'end', reason: 'exit', code: 256 }],
    ['a negative code', { type: 'end', reason: 'exit', code: -1 }],
    ['half a code', { type: 'end', reason: 'exit', code: 0.5 }],
    ['a code that is text', { type: 'end', reason: 'exit', code: '<img>' }],
    ['no code', { type: 'end', reason: 'exit' }],
    ['a count that is none', { type: 'end', reason: 'exit', code: 0, traceCut: -1 }],
    ['a fault that is none', { type: 'end', reason: 'exit', code: 1, fault: 'main.ts:3' }],
    ['a fault nowhere', { type: 'end', reason: 'exit', code: 1, fault: { ...fault, line: -1 } }],
    [
      'a fault of much text',
      { type: 'end', reason: 'exit', code: 1, fault: { ...fault, message: 'x'.repeat(301) } },
    ],
    ['a long explanation', { type: 'unparsed', message: 'x'.repeat(1001) }],
    ['an explanation that is no text', { type: 'unparsed', message: 1 }],
  ])('are refused: %s', (_, message) => {
    expect(read(message)).toBeUndefined();
  });

  test('are refused where they are no JSON, or too long', () => {
    expect(readWorkerMessage('}{')).toBeUndefined();
    const long = JSON.stringify({
      type: 'said',
      items: [{ ...chunk, text: 'x'.repeat(longestMessage) }],
    });
    expect(readWorkerMessage(long)).toBeUndefined();
  });
});

describe('messages of the frame', () => {
  test('are made anew or refused', () => {
    expect(readFrameMessage('{"type":"ready","more":1}')).toEqual({ type: 'ready' });
    expect(readFrameMessage('{"type":"pong"}')).toEqual({ type: 'pong' });
    expect(readFrameMessage('{"type":"lost","reason":"flood"}')).toEqual({
      type: 'lost',
      reason: 'flood',
    });
    for (const text of ['', '{}', '{"type":"lost"}', '{"type":"lost","reason":"love"}', '[]']) {
      expect(readFrameMessage(text)).toBeUndefined();
    }
  });
});

describe('trace events', () => {
  const events = [
    { kind: 'run', run: 'a', title: 't', durationMs: 1 },
    ...['answered', 'fallback', 'failed', 'timed-out'].map((outcome) => ({
      ...{ kind: 'call', run: 'a', from: 'f', to: 't', label: 'l' },
      ...{ startMs: 0, endMs: 1, outcome },
    })),
    { kind: 'state', run: 'a', of: 'o', state: 's', tone: 'probing', atMs: 1 },
    { kind: 'value', run: 'a', series: 's', value: 1, atMs: 1 },
    { kind: 'span', run: 'a', label: 'l', startMs: 0, endMs: 1 },
    { kind: 'figure', run: 'a', label: 'l', value: 1, better: 'lower' },
    { kind: 'note', run: 'a', text: 't', atMs: 1 },
  ];

  test.each(events)('are made anew: $kind', (event) => {
    expect(readTraceEvent({ ...event, extra: 'dropped' })).toEqual(event);
  });

  test.each(events)('are refused with any field missing or wrong: $kind', (event) => {
    for (const name of Object.keys(event)) {
      const rest = Object.fromEntries(Object.entries(event).filter(([key]) => key !== name));
      expect(readTraceEvent(rest), name).toBeUndefined();
      for (const wrong of [null, {}, [], Number.NaN, Infinity, 'x'.repeat(501)]) {
        expect(readTraceEvent({ ...event, [name]: wrong }), name).toBeUndefined();
      }
    }
  });

  test('keep what is optional, checked', () => {
    const value = { kind: 'value', run: 'a', series: 's', value: 1, atMs: 1 };
    const full = { ...value, unit: 'ms', limit: { value: 3, label: 'limit' } };
    expect(readTraceEvent(full)).toEqual(full);
    expect(readTraceEvent({ ...value, unit: 3 })).toBeUndefined();
    expect(readTraceEvent({ ...value, limit: 3 })).toBeUndefined();
    expect(readTraceEvent({ ...value, limit: { value: '3', label: 'l' } })).toBeUndefined();
  });

  test('do not reach what they inherit', () => {
    for (const kind of ['__proto__', 'constructor', 'toString', 7, undefined]) {
      expect(readTraceEvent({ kind })).toBeUndefined();
    }
    expect(readTraceEvent(JSON.parse('{"__proto__":{"kind":"note"},"run":"a"}'))).toBeUndefined();
    expect(readTraceEvent('note')).toBeUndefined();
    expect(readTraceEvent(null)).toBeUndefined();
  });
});
