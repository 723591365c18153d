import { expect, test } from 'vitest';
import { syntaxReport } from '../../../../playground/engines/embedded/host/syntax.ts';
import { nodeVersion } from '../../../../playground/engines/embedded/node-version.ts';

test('shows file, line and place as Node does', async () => {
  const files = { 'main.ts': `import './b.mts';\n`, 'b.mts': 'let a = 1;\nlet b = ;\n' };
  expect(await syntaxReport(files, "Unexpected token ';'")).toBe(
    `file:///app/b.mts:2\nlet b = ;\n        ^\n\nSyntaxError: Unexpected token ';'\n\n` +
      `Node.js ${nodeVersion}\n`,
  );
});

test('names a CommonJS file by its path, as Node does', async () => {
  const files = { 'main.cjs': `require('./b');\n`, 'b.js': 'return;\nlet b = ;\n' };
  expect(await syntaxReport(files, "Unexpected token ';'")).toBe(
    `/app/b.js:2\nlet b = ;\n        ^\n\nSyntaxError: Unexpected token ';'\n\n` +
      `Node.js ${nodeVersion}\n`,
  );
});

test('does without a place where the parser finds none', async () => {
  const report = await syntaxReport({ 'main.ts': 'await 1;\n', 'a.json': '{' }, 'odd');
  expect(report).toBe(`SyntaxError: odd\n\nNode.js ${nodeVersion}\n`);
});

test('the engine copies the Node.js that the project is built with', () => {
  expect(process.version).toBe(nodeVersion);
});
