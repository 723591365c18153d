/** Texts that `scripts/build-engine.ts` makes; `scripts/vite-engine.ts` serves them as modules. */

declare module 'virtual:embedded-engine/frame' {
  /** The frame's script, and its hash as a policy names it: `sha256-…`. */
  export const script: string;
  export const hash: string;
}

declare module 'virtual:embedded-engine/worker' {
  /** The worker's program. */
  const text: string;
  export default text;
}

declare module 'virtual:embedded-engine/versions' {
  /** The packages of npm that programs may import → the exact version that the engine brings. */
  const versions: Readonly<Record<string, string>>;
  export default versions;
}

declare module 'virtual:embedded-engine/packages' {
  /** The packages that programs may import; the text of each is fetched when it is asked for. */
  const index: Readonly<
    Record<
      string,
      {
        readonly imports: readonly string[];
        readonly globals?: RegExp;
        readonly assets?: readonly import('./packages/choose.ts').Asset[];
        load(): Promise<string>;
      }
    >
  >;
  export default index;
}
