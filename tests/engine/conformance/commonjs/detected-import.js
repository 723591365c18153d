import { one } from './lib/named.cjs';
console.log(one, import.meta.filename.endsWith('detected-import.js'));
