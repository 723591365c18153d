/** `<contract-view>`: a contract of the site in Swagger UI. */
const notLoaded = 'Swagger UI did not load. Check the connection and open this page again.';

class ContractView extends HTMLElement {
  connectedCallback(): void {
    const said = this.querySelector('[role=status]');
    const place = this.querySelector<HTMLElement>('.try-box');
    const link = this.querySelector<HTMLAnchorElement>('a[data-contract]');
    if (!said || !place || !link) return;
    said.textContent = 'Loading Swagger UI …';
    void show(place, link.href).then(
      () => {
        said.textContent = '';
      },
      () => {
        said.textContent = notLoaded;
      },
    );
  }
}

async function show(place: HTMLElement, address: string): Promise<void> {
  const [{ showContract }, response] = await Promise.all([
    import('../ui/swagger/show-contract.ts'),
    fetch(address),
  ]);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  await showContract(place, await response.text());
}

customElements.define('contract-view', ContractView);
