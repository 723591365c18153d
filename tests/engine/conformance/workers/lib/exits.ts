import { workerData } from 'node:worker_threads';

console.log('printed by the thread', process.argv.slice(2), process.env['COLOR']);
console.error('and to stderr');
process.exit(Number(workerData));
