// Nothing will settle this promise, and nothing else is left to do.
process.on('exit', (code) => console.log('exit with', code));
console.log('before');
await new Promise(() => {});
console.log('never');

export {};
