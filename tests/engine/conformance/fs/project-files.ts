import fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

interface Described {
  readonly name: string;
}

const described: Described = JSON.parse(
  fs.readFileSync(new URL('lib/data.json', import.meta.url), 'utf8'),
);
console.log(described.name, fs.readdirSync('lib').sort());
const own = await readFile(import.meta.filename, 'utf8');
// The types stand in the file, although they do not run.
console.log(
  own.split('\n')[4],
  own.includes(': Described = JSON'),
  fs.statSync('lib').isDirectory(),
);
console.log(basename(process.cwd()) !== '', fs.realpathSync('.') === process.cwd());
console.log(
  fs.existsSync(import.meta.dirname),
  fs.existsSync('lib/none.json'),
  fs.existsSync('./lib/../lib/data.json'),
);
fs.accessSync('lib/data.json', fs.constants.R_OK);
console.log(fs.globSync('lib/*.json'), fs.readFileSync(0, 'utf8') === '');
