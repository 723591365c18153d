/** Modules that undici asks for only after `runtime-features.ts` said that they are there. */
export {};
