import { expect, it } from 'vitest';
import { toMarkup } from '../../../../playground/panels/markup/to-markup.ts';
import { answerView, readAnswer } from '../../../../playground/panels/request/answer-view.ts';

it('shows status, headers and body as text', async () => {
  const answer = await readAnswer(
    new Response('<b>\u202e</b>', {
      status: 412,
      statusText: 'Precondition Failed',
      headers: { ETag: '"4"' },
    }),
  );
  const markup = toMarkup(answerView(answer));
  expect(markup).toContain('<b class="bad">412 Precondition Failed</b>');
  expect(markup).toContain('etag: "4"');
  expect(markup).toContain('&lt;b&gt;‹U+202E›&lt;/b&gt;');
});

it('says that there is no body, or that it is cut', () => {
  const answer = { status: 204, statusText: '', headers: [], body: '' };
  expect(toMarkup(answerView(answer))).toContain('No body.');
  expect(toMarkup(answerView({ ...answer, body: 'x'.repeat(300_000) }))).toContain(
    'The first 200000 characters',
  );
});
