import swaggerStyles from 'swagger-ui-dist/swagger-ui.css?url';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { loadStyles } from '../../../src/lib/load-styles.ts';
import type { ProgramServer } from '../request/request-panel.ts';

/**
 * Shows a contract in Swagger UI. Its "Try it out" goes to the program in this page: no request
 * leaves it, and Swagger UI fetches nothing, neither a contract named in the address nor a verdict of
 * its validator.
 *
 * @param contract OpenAPI in YAML
 */
export async function showContract(
  place: HTMLElement,
  contract: string,
  server: ProgramServer,
): Promise<void> {
  await new Promise((resolve) => {
    const sheet = loadStyles(swaggerStyles);
    sheet.addEventListener('load', resolve);
    sheet.addEventListener('error', resolve);
  });
  const ui = SwaggerUI({
    domNode: place,
    spec: {},
    validatorUrl: null,
    queryConfigEnabled: false,
    docExpansion: 'list',
    defaultModelsExpandDepth: -1,
    tryItOutEnabled: true,
    displayRequestDuration: false,
    syntaxHighlight: false,
    requestInterceptor: (request) => Object.assign(request, { userFetch: fetchFrom(server) }),
  });
  ui.specActions.updateSpec(contract);
}

/** What Swagger UI calls in the place of `fetch`. Its error is shown where the answer would be. */
function fetchFrom(server: ProgramServer): (url: string, init?: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const request = new Request(url, init);
    const { port } = new URL(request.url);
    return server.request(Number(port) || 80, request);
  };
}
