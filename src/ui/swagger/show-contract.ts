import swaggerStyles from 'swagger-ui-dist/swagger-ui.css?url';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { loadStyles } from '../../lib/load-styles.ts';

/** What Swagger UI calls in the place of `fetch`. Its error is shown where the answer would be. */
type UserFetch = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * Shows a contract in Swagger UI, which fetches nothing: neither a contract named in the address nor
 * a verdict of its validator.
 *
 * @param contract OpenAPI in YAML
 * @param userFetch answers "Try it out"; without it there is nothing to try, and no button for it
 */
export async function showContract(
  place: HTMLElement,
  contract: string,
  userFetch?: UserFetch,
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
    tryItOutEnabled: userFetch !== undefined,
    displayRequestDuration: false,
    syntaxHighlight: false,
    ...(userFetch
      ? { requestInterceptor: (request: object) => Object.assign(request, { userFetch }) }
      : { supportedSubmitMethods: [] }),
  });
  ui.specActions.updateSpec(contract);
}
