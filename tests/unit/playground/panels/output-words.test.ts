import { expect, it } from 'vitest';
import { outputWords } from '../../../../playground/panels/output/output-words.ts';

it('sums up what was printed', () => {
  expect(outputWords({ stdoutLines: 0, stderrLines: 0, tail: '' })).toBe('');
  expect(outputWords({ stdoutLines: 1, stderrLines: 0, tail: 'hello\n' })).toBe(
    '1 line of output. The last: hello',
  );
  expect(outputWords({ stdoutLines: 20_000, stderrLines: 3, tail: 'a\nb\n\n  c\n' })).toBe(
    '20,000 lines of output, 3 lines of errors. The last: b; c',
  );
});

it('reads out no endless line', () => {
  const words = outputWords({ stdoutLines: 1, stderrLines: 0, tail: 'x'.repeat(900) });
  expect(words.length).toBeLessThan(170);
});
