/** The parts of Swagger UI that `show-contract.ts` uses; the package brings no types. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface Options {
    readonly domNode: HTMLElement;
    readonly spec: object;
    readonly validatorUrl: null;
    readonly queryConfigEnabled: false;
    readonly docExpansion: 'list' | 'full' | 'none';
    readonly defaultModelsExpandDepth: number;
    readonly tryItOutEnabled: boolean;
    readonly displayRequestDuration: boolean;
    readonly syntaxHighlight: false;
    readonly requestInterceptor?: (request: object) => object;
    readonly supportedSubmitMethods?: readonly string[];
  }
  interface SwaggerUIInstance {
    readonly specActions: { updateSpec(yaml: string): void };
  }
  export default function SwaggerUI(options: Options): SwaggerUIInstance;
}
