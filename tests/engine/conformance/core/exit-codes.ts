// Codes, and the listeners that hear of them.
process.on('beforeExit', () => console.log('never: the program leaves by itself'));
process.on('exit', (code) => {
  console.log('first', code, process.exitCode);
  process.exitCode = 9;
});
process.on('exit', (code) => {
  console.log('second', code, process.exitCode);
  setTimeout(() => console.log('never'), 0);
});
for (const code of ['abc', 1.5, {}, true] as never[]) {
  try {
    process.exitCode = code;
  } catch (error) {
    console.log((error as { code?: string }).code, (error as Error).message);
  }
}
process.exitCode = '6';
console.log(process.exitCode);
try {
  process.exit(300);
} finally {
  console.log('never');
}

export {};
