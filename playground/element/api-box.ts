import apiStyles from '../../src/styles/run-api.css?url';
import { loadStyles } from '../../src/lib/load-styles.ts';
import type { ProgramServer, RequestPanel } from '../panels/request/request-panel.ts';

/** What the box asks of the block around it. */
export interface ApiActions {
  /** Runs the program so that it goes on listening. */
  start(): void;
  stop(): void;
  /** The contract of the example, with the reader's edits. */
  contract(): Promise<string | undefined>;
}

const notLoaded = 'It did not load. Check the connection, close this and open it again.';

/**
 * What a program serves. The page has the box where the example is a server; for any other program
 * that listens it is made then. What is in it loads when it is opened.
 */
export class ApiBox {
  readonly #host: HTMLElement;
  readonly #server: ProgramServer;
  readonly #actions: ApiActions;
  #box: HTMLElement | null;
  #request: RequestPanel | undefined;

  constructor(host: HTMLElement, server: ProgramServer, actions: ApiActions) {
    this.#host = host;
    this.#server = server;
    this.#actions = actions;
    this.#box = host.querySelector<HTMLElement>('[data-part=api]');
    if (this.#box) this.#wake(this.#box);
  }

  /** Starts or stops the server; the block passes the press on. */
  toggle(): void {
    if (this.#server.ports.length > 0) this.#actions.stop();
    else this.#actions.start();
  }

  listening(ports: readonly number[]): void {
    if (!this.#box && ports.length > 0) this.#make();
    const box = this.#box;
    if (!box) return;
    const isUp = ports.length > 0;
    const status = box.querySelector('[data-part=api-status]');
    const text = isUp ? `Listening on port ${ports.join(', ')}.` : 'Nothing listens.';
    if (status) status.textContent = text;
    const button = box.querySelector('[data-part=serve]');
    if (button) button.textContent = isUp ? 'Stop the server' : 'Start the server';
    this.#request?.listening(ports);
  }

  /** For a program of which nobody knew that it would listen. */
  #make(): void {
    const box = document.createElement('section');
    box.className = 'code run-api';
    box.dataset['part'] = 'api';
    box.setAttribute('aria-label', 'API');
    const head = document.createElement('div');
    head.className = 'code-head';
    const title = document.createElement('h3');
    title.textContent = 'API';
    const status = document.createElement('p');
    status.className = 'label';
    status.dataset['part'] = 'api-status';
    head.append(title, status);
    const details = document.createElement('details');
    details.dataset['part'] = 'send';
    const summary = document.createElement('summary');
    summary.textContent = 'Send a request';
    const content = document.createElement('div');
    content.dataset['part'] = 'send-box';
    details.append(summary, content);
    box.append(head, details);
    this.#host.append(box);
    this.#box = box;
    this.#wake(box);
  }

  #wake(box: HTMLElement): void {
    this.#whenOpened(box, 'send', () => this.#openRequest(box));
    this.#whenOpened(box, 'try', () => this.#openConsole(box));
  }

  /** Once; where it failed, the next opening tries again. */
  #whenOpened(box: HTMLElement, name: string, open: () => Promise<void>): void {
    const details = box.querySelector<HTMLDetailsElement>(`[data-part=${name}]`);
    if (!details) return;
    let opened: Promise<void> | undefined;
    const look = (): void => {
      if (!details.open) return;
      opened ??= open().catch(() => {
        opened = undefined;
        const place = details.querySelector<HTMLElement>(`[data-part=${name}-box]`);
        if (place) place.textContent = notLoaded;
      });
    };
    details.addEventListener('toggle', look);
    look();
  }

  async #openRequest(box: HTMLElement): Promise<void> {
    const place = box.querySelector<HTMLElement>('[data-part=send-box]');
    if (!place) return;
    loadStyles(apiStyles);
    const { RequestPanel } = await import('../panels/request/request-panel.ts');
    const { port = '', path = '/' } = box.dataset;
    place.replaceChildren();
    this.#request = new RequestPanel(place, this.#server, {
      port: Number(port) || this.#server.ports[0] || 80,
      path,
    });
  }

  async #openConsole(box: HTMLElement): Promise<void> {
    const place = box.querySelector<HTMLElement>('[data-part=try-box]');
    const said = box.querySelector<HTMLElement>('[data-part=try-said]');
    if (!place || !said) return;
    loadStyles(apiStyles);
    said.textContent = 'Loading Swagger UI …';
    const [{ showContract }, contract] = await Promise.all([
      import('../panels/api/swagger-panel.ts'),
      this.#actions.contract(),
    ]);
    await showContract(place, contract ?? '', this.#server);
    said.textContent =
      'Requests go to the program in this page, and to nowhere else. Start the server first.';
  }
}
