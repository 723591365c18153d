import swaggerStyles from 'swagger-ui-dist/swagger-ui.css?url';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { loadStyles } from '../../lib/load-styles.ts';
import { nameLists } from './name-lists.ts';
import ownStyles from '../../styles/swagger.css?url';

/** What Swagger UI calls in the place of `fetch`. Its error is shown where the answer would be. */
type UserFetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Once a page, however many contracts it shows. */
let styled: Promise<unknown> | undefined;

/** Resolves where they are missing, too: a contract without colors can still be read. */
function settledStyles(href: string): Promise<unknown> {
  return new Promise((resolve) => {
    const sheet = loadStyles(href);
    sheet.addEventListener('load', resolve);
    sheet.addEventListener('error', resolve);
  });
}

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
  styled ??= Promise.all([swaggerStyles, ownStyles].map(settledStyles));
  await styled;
  nameLists(place);
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
