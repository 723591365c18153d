// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineError } from '../../../../playground/engine/errors.ts';
import { RequestPanel } from '../../../../playground/panels/request/request-panel.ts';

let root: HTMLElement;
let panel: RequestPanel;
const request = vi.fn<(port: number, request: Request) => Promise<Response>>();

beforeEach(() => {
  request.mockReset();
  root = document.createElement('div');
  document.body.replaceChildren(root);
  panel = new RequestPanel(root, { ports: [], request }, { port: 8080, path: '/orders/7' });
});

const part = (name: string): HTMLElement =>
  root.querySelector<HTMLElement>(`[data-part="${name}"]`) as HTMLElement;
function type(name: string, value: string): void {
  (part(name) as HTMLInputElement).value = value;
  part(name).dispatchEvent(new Event('input', { bubbles: true }));
}
const send = (): boolean =>
  (root.querySelector('form') as HTMLFormElement).dispatchEvent(
    new Event('submit', { bubbles: true, cancelable: true }),
  );

describe('the request panel', () => {
  it('sends what is typed, and shows the answer as text', async () => {
    request.mockResolvedValue(
      new Response('<b>tea</b>', { status: 201, headers: { etag: '"1"' } }),
    );
    type('method', 'PUT');
    type('headers', 'If-None-Match: *');
    type('body', '{}');
    send();
    await expect.poll(() => part('request-said').textContent).toContain('Answered: 201');
    const [port, sent] = request.mock.calls[0] ?? [];
    expect(port).toBe(8080);
    expect(sent?.method).toBe('PUT');
    expect(sent?.headers.get('if-none-match')).toBe('*');
    expect(root.querySelector('pre[aria-label="Body of the answer"]')?.textContent).toBe(
      '<b>tea</b>',
    );
    expect(part('curl').textContent).toContain(`-H 'If-None-Match: *'`);
  });

  it('says in words that nothing listens, and keeps what is typed', async () => {
    request.mockRejectedValue(new EngineError('nothing-listens', 'Port 8080.'));
    type('body', '');
    type('path', '/mine');
    send();
    await expect.poll(() => part('request-said').textContent).toContain('Nothing in the program');
    expect(part('request-said').textContent).toContain('Run the program again');
    expect((part('path') as HTMLInputElement).value).toBe('/mine');
  });

  it('says what is wrong with a header, and sends nothing', async () => {
    type('headers', 'nonsense');
    send();
    await expect.poll(() => part('request-said').textContent).toContain('“nonsense” is no header.');
    expect(request).not.toHaveBeenCalled();
  });

  it('follows the program to another port', () => {
    panel.listening([3000, 8080]);
    expect(part('curl').textContent).toContain('localhost:8080');
    panel.listening([3000]);
    expect(part('curl').textContent).toContain('localhost:3000');
    panel.listening([]);
    expect(part('curl').textContent).toContain('localhost:3000');
  });

  it('shows the answer to the last request only', async () => {
    const first = Promise.withResolvers<Response>();
    request.mockReturnValueOnce(first.promise).mockResolvedValueOnce(new Response('second'));
    send();
    send();
    await expect.poll(() => root.textContent).toContain('second');
    first.resolve(new Response('first'));
    await Promise.resolve();
    expect(root.textContent).not.toContain('first');
    expect(request.mock.calls[0]?.[1].signal.aborted).toBe(true);
  });

  it('keeps its keys and its events from the block, but for those that run and stop', () => {
    const heard: string[] = [];
    for (const name of ['input', 'submit', 'keydown']) {
      document.body.addEventListener(name, ({ type }) => heard.push(type), { once: false });
    }
    type('path', '/x');
    send();
    const press = (init: KeyboardEventInit): boolean =>
      part('path').dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
    press({ key: '/' });
    press({ key: 'Enter' });
    expect(heard).toEqual([]);
    press({ key: 'Enter', ctrlKey: true });
    press({ key: 'Escape' });
    expect(heard).toEqual(['keydown', 'keydown']);
  });
});
