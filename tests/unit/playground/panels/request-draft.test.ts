import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  curlOf,
  requestOf,
  type RequestDraft,
} from '../../../../playground/panels/request/request-draft.ts';

const draft = (more: Partial<RequestDraft> = {}): RequestDraft => ({
  method: 'GET',
  path: '/orders',
  headers: '',
  body: '',
  ...more,
});

describe('a request as typed', () => {
  it('is sent as typed', async () => {
    const request = requestOf(
      draft({
        method: 'PATCH',
        path: 'orders/7?dry=1',
        headers: 'If-Match: "3"\n\n  Content-Type: application/json ',
        body: '{"note":"ring twice"}',
      }),
      8080,
    );
    expect(request.method).toBe('PATCH');
    expect(request.url).toBe('http://localhost:8080/orders/7?dry=1');
    expect([...request.headers]).toEqual([
      ['content-type', 'application/json'],
      ['if-match', '"3"'],
    ]);
    expect(await request.text()).toBe('{"note":"ring twice"}');
  });

  it.each([
    ['http://elsewhere.org/x', 'http://localhost:8080/http://elsewhere.org/x'],
    ['//elsewhere.org/x', 'http://localhost:8080/elsewhere.org/x'],
    ['@elsewhere.org', 'http://localhost:8080/@elsewhere.org'],
    ['', 'http://localhost:8080/'],
  ])('goes to the program only: %s', (path, address) => {
    expect(addressOf({ path }, 8080)).toBe(address);
  });

  it.each([
    [{ headers: 'no header' }, '“no header” is no header.'],
    [{ headers: ': x' }, '“: x” is no header.'],
    [{ body: 'x' }, 'GET has no body.'],
  ])('%o is refused in words', (more, message) => {
    expect(() => requestOf(draft(more), 80)).toThrow(message);
  });
});

describe('the curl line', () => {
  /** What a shell makes of it. */
  async function wordsOf(line: string): Promise<readonly string[]> {
    const script = line.replace(/^curl/, 'set --') + `; printf '%s\\0' "$@"`;
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', script]);
    return stdout.split('\0').slice(0, -1);
  }

  it('reads as a person would write it', () => {
    const line = curlOf(draft({ method: 'PUT', headers: 'If-Match: "1"', body: '{}' }), 8080);
    expect(line.split('\n')).toEqual([
      `curl -i --globoff -X PUT 'http://localhost:8080/orders' \\`,
      `  -H 'If-Match: "1"' \\`,
      `  -H 'Content-Type: text/plain;charset=UTF-8' \\`,
      `  --data-raw '{}'`,
    ]);
    expect(curlOf(draft({ method: 'HEAD' }), 1)).toContain(' --head ');
  });

  it('means the same to a shell, whatever is typed', async () => {
    const text = fc.string({ unit: 'grapheme-ascii' }).map((some) => some.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(text, text, async (value, body) => {
        const words = await wordsOf(
          curlOf(draft({ method: 'POST', headers: `X-A: ${value}`, body }), 8080),
        );
        expect(words).toContain(`X-A: ${value.trim()}`);
        if (body !== '') expect(words.at(-1)).toBe(body);
      }),
      { numRuns: 40 },
    );
  });
});
