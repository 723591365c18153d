import { expect, test } from 'vitest';
import { syntaxReport } from '../../../../playground/engines/embedded/host/syntax.ts';
import { nodeVersion } from '../../../../playground/engines/embedded/node-version.ts';

test('shows file, line and place as Node does', async () => {
  const files = { 'main.ts': `import './b.mts';\n`, 'b.mts': 'let a = 1;\nlet b = ;\n' };
  const { report, fault } = await syntaxReport(files, "Unexpected token ';'");
  expect(report).toBe(
    `file:///app/b.mts:2\nlet b = ;\n        ^\n\nSyntaxError: Unexpected token ';'\n\n` +
      `Node.js ${nodeVersion}\n`,
  );
  const message = "SyntaxError: Unexpected token ';'";
  expect(fault).toEqual({ file: 'b.mts', line: 2, column: 9, message });
});

test('names a CommonJS file by its path, as Node does', async () => {
  const files = { 'main.cjs': `require('./b');\n`, 'b.js': 'return;\nlet b = ;\n' };
  const { report } = await syntaxReport(files, "Unexpected token ';'");
  expect(report).toBe(
    `/app/b.js:2\nlet b = ;\n        ^\n\nSyntaxError: Unexpected token ';'\n\n` +
      `Node.js ${nodeVersion}\n`,
  );
});

test('does without a place where the parser finds none', async () => {
  const odd = await syntaxReport({ 'main.ts': 'await 1;\n', 'a.json': '{' }, 'odd');
  const report = `SyntaxError: odd\n\nNode.js ${nodeVersion}\n`;
  expect(odd).toEqual({ report, fault: undefined });
});

test('the engine copies the Node.js that the project is built with', () => {
  expect(process.version).toBe(nodeVersion);
});
