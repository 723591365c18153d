/** What a reader may get wrong: each is said where the reader looks, and what was typed stays. */
import { expect, test as base } from './fixtures.ts';
import { Editor } from './pages/editor.ts';

const test = base.extend<{ editor: Editor }>({
  editor: async ({ page }, use) => {
    await use(new Editor(page));
  },
});

test.use({ serviceWorkers: 'block' });

interface Case {
  readonly what: string;
  readonly program: string;
  readonly said: RegExp;
  /** `main.ts:2:9`; absent where no line of the program is at fault. */
  readonly place?: string;
}

const cases: readonly Case[] = [
  {
    what: 'a syntax error',
    program: 'const a = 1;\nconst b = ;\n',
    said: /SyntaxError/,
    place: 'main.ts:2:11',
  },
  {
    what: 'TypeScript that Node.js refuses',
    program: '// sizes\nenum Size { Small }\n',
    said: /TypeScript enum is not supported/,
    place: 'main.ts:2:1',
  },
  {
    what: 'a missing file',
    program: "\nimport './gone.ts';\n",
    said: /Cannot find module '\/app\/gone\.ts'/,
    place: 'main.ts:2:9',
  },
  {
    what: 'an unknown package',
    program: "import pad from 'left-pad';\n",
    said: /Cannot find package 'left-pad'/,
    place: 'main.ts:1:18',
  },
  {
    what: 'a module that the engine lacks',
    program: "import cluster from 'node:cluster';\n",
    said: /does not have the module node:cluster.*WebContainer/,
    place: 'main.ts:1:22',
  },
  {
    what: 'a port that is taken',
    program:
      "import { createServer } from 'node:http';\ncreateServer().listen(3000);\ncreateServer().listen(3000);\n",
    said: /EADDRINUSE: address already in use/,
    place: 'main.ts:3:16',
  },
  {
    what: 'a request to a closed port',
    program: "import { get } from 'node:http';\nget('http://localhost:3999/');\n",
    said: /ECONNREFUSED/,
  },
  {
    what: 'a program that never ends',
    program: 'for (;;);\n',
    said: /held its thread.*An endless loop\?/,
  },
];

for (const { what, program, said, place } of cases) {
  test(`${what} is said, and the program stays`, async ({ editor, page }) => {
    await editor.open();
    await editor.edit.click();
    await editor.write('main.ts', program);
    await editor.block.run.click();
    await expect(editor.block.problem).toContainText(said);
    const goTo = editor.block.problem.getByRole('button');
    if (place === undefined) {
      await expect(goTo).toHaveCount(0);
      await expect(editor.text).not.toHaveAttribute('aria-invalid');
    } else {
      await expect(goTo).toHaveText(place);
      await editor.tab('breaker.ts').first().click();
      await expect(editor.tab('main.ts')).toHaveAccessibleName('main.ts, edited, has an error');
      await goTo.click();
      await expect(editor.text).toBeFocused();
      await expect(editor.text).toHaveAccessibleDescription(said);
      const line = place.split(':')[1] ?? '';
      await expect(editor.faultyLine).toHaveText(line);
    }
    await expect(editor.status).toHaveText('Kept in this browser.');
    await page.reload();
    await editor.resume.click();
    await editor.tab('main.ts').click();
    for (const typed of program.trim().split('\n').filter(Boolean)) {
      await expect(editor.text).toContainText(typed);
    }
  });
}

test('the mark goes when its line is changed, and stays with the line when another is', async ({
  editor,
  page,
}) => {
  await editor.open();
  await editor.edit.click();
  await editor.write('main.ts', 'const a = 1;\nconst b = a.c.d;\n');
  await editor.block.run.click();
  await expect(editor.block.problem).toContainText('TypeError');
  await expect(editor.faultyLine).toHaveText('2');
  await editor.text.press('ControlOrMeta+Home');
  await page.keyboard.type('// first\n');
  await expect(editor.faultyLine).toHaveText('3');
  await page.keyboard.press('F8');
  await page.keyboard.type('(a)');
  await expect(editor.faultyLine).toHaveCount(0);
  await expect(editor.text).not.toHaveAttribute('aria-invalid');
  await expect(editor.tab('main.ts')).toHaveAccessibleName('main.ts, edited');
});

test('a place in a file opens the editor there, when it was not open', async ({ editor, page }) => {
  await page.route('**/examples/**', async (route) => {
    const response = await route.fetch();
    const example = (await response.json()) as { prepared: Record<string, string> };
    // Whoever imports it must find the names, or the link fails before the line runs.
    const names = 'export class BreakerOpenError {}\nexport class CircuitBreaker {}';
    example.prepared['breaker.ts'] = `\n\nthrow new Error('at the third line');\n${names}`;
    await route.fulfill({ json: example });
  });
  await editor.open();
  await editor.block.run.click();
  await editor.block.problem.getByRole('button', { name: 'breaker.ts:3:7' }).click();
  await expect(editor.text).toBeFocused();
  await expect(editor.text).toHaveAccessibleDescription(/at the third line/);
});
