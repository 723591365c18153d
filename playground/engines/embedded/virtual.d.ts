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

declare module 'virtual:embedded-engine/packages' {
  /** Module text by the name under which a program imports it, such as `#lab`. */
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
