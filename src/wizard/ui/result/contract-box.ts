const openWords = 'Open in Swagger UI';
const closeWords = 'Close Swagger UI';
const notLoaded =
  'Swagger UI did not load. Check the connection and press the button again. The text is below.';

/**
 * `<contract-box>`: Swagger UI in the place of the text that follows it, from press to press. An
 * element of its own, because what Swagger UI draws must outlive the redraws of the page around it.
 */
export class ContractBox extends HTMLElement {
  readonly #button = document.createElement('button');
  readonly #said = document.createElement('p');
  #contract = '';
  /** Of the opening under way or done; a press or another contract ends it. */
  #opened: HTMLElement | undefined;

  /** OpenAPI in YAML. Another one closes what is open. */
  set contract(text: string) {
    if (text === this.#contract) return;
    this.#contract = text;
    this.#close();
  }

  connectedCallback(): void {
    if (this.#button.isConnected) return;
    this.#button.type = 'button';
    this.#button.className = 'btn bare';
    this.#button.addEventListener('click', () => {
      if (this.#opened) this.#close();
      else void this.#open();
    });
    this.#said.setAttribute('aria-live', 'polite');
    this.append(this.#button, this.#said);
    this.#close();
  }

  #close(): void {
    this.#opened?.remove();
    this.#opened = undefined;
    this.#tell(openWords, '');
    delete this.dataset['open'];
  }

  async #open(): Promise<void> {
    const place = document.createElement('div');
    place.className = 'try-box';
    this.#opened = place;
    this.append(place);
    this.#tell(closeWords, 'Loading Swagger UI …');
    const isShown = await show(place, this.#contract);
    if (this.#opened !== place) return;
    if (isShown) {
      this.dataset['open'] = '';
      this.#tell(closeWords, 'There is no server behind it, so nothing can be tried out here.');
    } else {
      this.#close();
      this.#tell(openWords, notLoaded);
    }
  }

  #tell(press: string, said: string): void {
    this.#button.textContent = press;
    this.#said.textContent = said;
  }
}

/** @returns whether it is there */
async function show(place: HTMLElement, contract: string): Promise<boolean> {
  try {
    const swagger = await import('../../../ui/swagger/show-contract.ts');
    await swagger.showContract(place, contract);
    return true;
  } catch {
    return false;
  }
}
