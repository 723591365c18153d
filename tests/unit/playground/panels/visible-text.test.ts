import { describe, expect, it } from 'vitest';
import { visibleLabel, visibleText } from '../../../../playground/panels/visible-text.ts';

describe('visibleText', () => {
  it.each([
    ['a mark that turns the direction of text', 'a\u202eb', 'a‹U+202E›b'],
    ['an isolate', '\u2066a\u2069', '‹U+2066›a‹U+2069›'],
    ['a character without a width', 'no\u200bway', 'no‹U+200B›way'],
    ['a control character', 'a\u0000b\u0007', 'a‹U+0000›b‹U+0007›'],
    ['a carriage return that would hide a line', 'good\rbad', 'good‹U+000D›bad'],
    ['a tag beyond the first plane', 'a\u{e0041}', 'a‹U+E0041›'],
    ['half a character', 'a\ud83d', 'a‹U+D83D›'],
    ['an escape that is no color', 'a\u001bb', 'a‹U+001B›b'],
  ])('shows %s', (_what, text, visible) => {
    expect(visibleText(text)).toBe(visible);
  });

  it.each([
    ['tab and newline', 'a\tb\nc'],
    ['other scripts and joined emoji', 'é 日本語 א 👩‍💻 ×'],
  ])('keeps %s', (_what, text) => {
    expect(visibleText(text)).toBe(text);
  });

  it('drops colors, links and cursor moves of a terminal, and the CR of CR LF', () => {
    const link = '\u001b]8;;https://example.org\u0007page\u001b]8;;\u0007';
    expect(visibleText(`\u001b[1;31m red\u001b[0m\r\n${link}\u001b[2K`)).toBe(' red\npage');
  });
});

describe('visibleLabel', () => {
  it('is one line, and not a long one', () => {
    expect(visibleLabel('  two\n\tlines ')).toBe('two lines');
    const long = visibleLabel('x'.repeat(1_000_000));
    expect(long).toHaveLength(60);
    expect(long.endsWith('x…')).toBe(true);
  });
});
