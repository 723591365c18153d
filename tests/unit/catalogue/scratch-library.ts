/** A repository root in a scratch folder: the real catalogue and one page that a test breaks. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PAGE = 'patterns/resilience-and-fault-tolerance/circuit-breaker/index.mdx';

/**
 * @param edit changes the text of the circuit breaker's page
 * @param path where the page stands, to try ids that do not exist
 * @returns the root to hand to `readLibrary`
 */
export function scratchLibrary(edit: (page: string) => string, path = PAGE): string {
  const root = mkdtempSync(join(tmpdir(), 'library-'));
  cpSync('content/catalogue', join(root, 'content/catalogue'), { recursive: true });
  const page = edit(readFileSync(PAGE, 'utf8'));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), page);
  return root;
}
