import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseHtml } from '../html/document.ts';
import { builtPages } from '../html/pages.ts';
import { inlineProblems, readAllowed, writeAllowed, type SeenScript } from './allowed-inline.ts';
import { inlineCodeOf, forbiddenOf } from './inline-code.ts';
import { insertPolicy } from './insert-policy.ts';
import { additionsFor, type PageKind } from './page-kinds.ts';
import { BASE_POLICY, extendPolicy } from './policy.ts';

/** The committed list of inline scripts. */
export const ALLOWED_INLINE_FILE = join(import.meta.dirname, 'allowed-inline.json');

/** How the policies are made. */
export interface ApplyOptions {
  /** Kinds of pages that need more than the base policy. */
  readonly kinds: readonly PageKind[];
  readonly allowedFile: string;
  /** Whether to rewrite the list instead of holding the pages against it. */
  readonly acceptInline: boolean;
}

/**
 * Gives every built page its policy, made from the hashes of what the page really carries. Scripts
 * are held against the committed list first. Styles are not: they cannot run, and the policy lets
 * them load nothing from elsewhere.
 *
 * @param root Folder of the built site.
 * @returns Number of pages.
 * @throws {Error} When a page carries something that is not allowed; says what to do.
 */
export async function applyPolicies(root: string, options: ApplyOptions): Promise<number> {
  const pages = await builtPages(root);
  const seen = new Map<string, SeenScript>();
  const problems: string[] = [];
  for (const { file, pathname } of pages) {
    const html = await readFile(file, 'utf8');
    const document = parseHtml(html);
    const inline = inlineCodeOf(document);
    problems.push(...forbiddenOf(document).map((what) => `${pathname} carries ${what}`));
    for (const code of inline.filter(({ kind }) => kind === 'script')) {
      if (!seen.has(code.hash)) seen.set(code.hash, { code, pathname });
    }
    const hashes = (kind: 'script' | 'style') =>
      inline.filter((code) => code.kind === kind).map(({ hash }) => `'${hash}'`);
    const policy = extendPolicy(extendPolicy(BASE_POLICY, additionsFor(document, options.kinds)), {
      'script-src': hashes('script'),
      'style-src': hashes('style'),
    });
    await writeFile(file, insertPolicy(html, document, policy));
  }
  problems.push(...(await holdAgainstList([...seen.values()], options)));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return pages.length;
}

async function holdAgainstList(
  seen: readonly SeenScript[],
  { acceptInline, allowedFile }: ApplyOptions,
): Promise<string[]> {
  const allowed = await readAllowed(allowedFile);
  if (acceptInline) {
    await writeAllowed(allowedFile, seen, allowed);
    return [];
  }
  const problems = inlineProblems(seen, allowed);
  const advice = `Read each script. If it is ours, run: npm run build -- --accept-inline, and commit ${relative(process.cwd(), allowedFile)}`;
  return problems.length === 0 ? [] : [...problems, advice];
}
