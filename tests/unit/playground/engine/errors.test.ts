import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../../playground/engine/contract.ts';
import { EngineError, errorTexts, type ErrorCode } from '../../../../playground/engine/errors.ts';
import { limitMessage } from '../../../../playground/engine/limit-message.ts';
import { loadEngine } from '../../../../playground/engine/load-engine.ts';
import { runMessage } from '../../../../playground/engines/embedded/host/run-message.ts';
import { lostReasons } from '../../../../playground/engines/embedded/protocol.ts';

describe('EngineError', () => {
  test.each(Object.entries(errorTexts))('%s says what happened and what to do', (code, text) => {
    const error = new EngineError(code as ErrorCode);
    expect(error).toMatchObject({ code, message: text.sentence, whatToDo: text.whatToDo });
    for (const sentence of [text.sentence, text.whatToDo]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test('names the case after the sentence, and its cause', () => {
    const cause = new Error('inner');
    const error = new EngineError('bad-project', 'It has no file a.ts.', { cause });
    expect(error.message).toBe('This project cannot be run as it is. It has no file a.ts.');
    expect(error.cause).toBe(cause);
  });

  test('is what loading an unknown engine ends with', async () => {
    await expect(loadEngine('other' as never)).rejects.toMatchObject({ code: 'did-not-load' });
  });
});

describe('what ended a run', () => {
  test('has a sentence for every way to end', () => {
    const messages = [
      ...lostReasons.map((reason) => runMessage(reason)),
      ...(['time', 'output'] as const).map((limit) => limitMessage(limit, defaultLimits)),
    ];
    for (const message of messages) expect(message).toMatch(/^The .*[.?]$/);
  });

  test('names the limits', () => {
    const limits = { ...defaultLimits, timeMs: 2500, outputBytes: 10_000 };
    expect(limitMessage('time', limits)).toContain('2.5 s');
    expect(limitMessage('output', limits)).toContain('20,000 lines or 10,000 bytes');
    expect(limitMessage('output', defaultLimits)).toContain('1 MiB');
    expect(runMessage('silent')).toContain('An endless loop?');
  });
});
