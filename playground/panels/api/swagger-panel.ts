import { showContract as showInSwagger } from '../../../src/ui/swagger/show-contract.ts';
import type { ProgramServer } from '../request/request-panel.ts';

/**
 * Shows a contract in Swagger UI. Its "Try it out" goes to the program in this page: no request
 * leaves it.
 *
 * @param contract OpenAPI in YAML
 */
export async function showContract(
  place: HTMLElement,
  contract: string,
  server: ProgramServer,
): Promise<void> {
  await showInSwagger(place, contract, fetchFrom(server));
}

function fetchFrom(server: ProgramServer): (url: string, init?: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const request = new Request(url, init);
    const { port } = new URL(request.url);
    return server.request(Number(port) || 80, request);
  };
}
