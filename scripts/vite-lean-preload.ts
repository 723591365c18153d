import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';
const HELPER_IMPORT = /import\{\w+ as (\w+)\}from"\.\/preload-helper\.[\w-]+\.js";/;
const LISTS = /^const __vite__mapDeps=.*\n/;

/**
 * Vite wraps every `import()` to preload the styles and scripts of the chunk: 0.8 kB (brotli) for
 * the helper and the lists. None of our lazy chunks has styles that way, and a script that waits for a
 * click has nothing to gain, so `import()` goes to the network as it is.
 */
export function leanPreload(): Plugin {
  return {
    name: 'lean-preload',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
    generateBundle: {
      // After Vite has written its lists.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = withoutPreload(file.code);
        }
      },
    },
  };
}

/** The code with plain imports; as it was, where it has a form that is not known here. */
export function withoutPreload(code: string): string {
  const helper = HELPER_IMPORT.exec(code)?.[1];
  if (helper === undefined) return code;
  const wrapped = new RegExp(
    `\\b${helper}\\(\\(\\)=>(import\\(\`[^\`]+\`\\)(?:\\.then\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))?),(?:__vite__mapDeps\\(\\[[\\d,]*\\]\\)|\\[\\])\\)`,
    'g',
  );
  const plain = code.replace(LISTS, '').replace(HELPER_IMPORT, '').replace(wrapped, '$1');
  const isLeft = new RegExp(`__vite__mapDeps|[^.\\w$]${helper}\\((?:async)?\\(\\)=>`).test(plain);
  return isLeft ? code : plain;
}
