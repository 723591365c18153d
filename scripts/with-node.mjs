// @ts-check
import { handOverFromEntry } from './bootstrap/hand-over.mjs';

const [script, ...scriptArguments] = process.argv.slice(2);
if (script === undefined) {
  console.error('Usage: node scripts/with-node.mjs scripts/<name>.ts [arguments]');
  process.exitCode = 2;
} else {
  await handOverFromEntry(script, scriptArguments);
}
