/** Made at build by `scripts/build-engine.ts`. */
declare module 'virtual:embedded-engine/container-files' {
  interface TypeScriptFiles {
    /** Name → text. */
    readonly files: Readonly<Record<string, string>>;
    /** Name → the same without types. */
    readonly prepared: Readonly<Record<string, string>>;
  }
  const containerFiles: {
    readonly lab: TypeScriptFiles;
    /** Our programs that run in the container: name → text. */
    readonly inside: Readonly<Record<string, string>>;
    /** Name → exact version of each npm package that examples may use without a package.json. */
    readonly versions: Readonly<Record<string, string>>;
  };
  export default containerFiles;
}
