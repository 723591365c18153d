import { expect, test } from 'vitest';
import { withoutPreload } from '../../../../scripts/vite-lean-preload.ts';

const lists =
  'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["a.js"])))=>i.map(i=>d[i]);\n';
const helper = 'import{t as e}from"./preload-helper.tnMd9Xij.js";';

test('an import that was wrapped goes to the network as it is', () => {
  const code = `${lists}${helper}var f=()=>e(()=>import(\`./a.Xy_1.js\`).then(e=>new e.A(this)),__vite__mapDeps([0,1]));`;
  expect(withoutPreload(code)).toBe('var f=()=>import(`./a.Xy_1.js`).then(e=>new e.A(this));');
});

test('an import without files to preload, too', () => {
  expect(withoutPreload(`${helper}e(()=>import(\`./b.js\`),[])`)).toBe('import(`./b.js`)');
});

test('an import in parentheses keeps them', () => {
  const code = `${helper}f((await e(()=>import(\`./b.js\`),[])).default)`;
  expect(withoutPreload(code)).toBe('f((await import(`./b.js`)).default)');
});

test('a form that is not known stays as it is', () => {
  const code = `${lists}${helper}e(async()=>{let{a:e}=await import(\`./a.js\`);return{a:e}},__vite__mapDeps([0]))`;
  expect(withoutPreload(code)).toBe(code);
});

test('one form that is not known keeps the helper for all', () => {
  const code = `${helper}e(()=>import(\`./a.js\`),[]);e(async()=>{let{b:e}=await import(\`./b.js\`);return{b:e}},[])`;
  expect(withoutPreload(code)).toBe(code);
});

test('code without the helper is not touched', () => {
  expect(withoutPreload('import(`./a.js`)')).toBe('import(`./a.js`)');
});
