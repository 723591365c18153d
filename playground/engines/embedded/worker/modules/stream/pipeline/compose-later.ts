type Compose = (...streams: unknown[]) => unknown;

/** Filled by `compose.ts`, which stands on the class whose method this is. */
const composer: { compose?: Compose } = {};

export function composeLater(...streams: unknown[]): unknown {
  return composer.compose?.(...streams);
}

export function composeBy(compose: Compose): void {
  composer.compose = compose;
}
