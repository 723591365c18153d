// What is thrown in a callback need not be an error either.
process.on('exit', (code) => console.log('exit with', code));
setTimeout(() => {
  const answer = { status: 503 };
  throw answer;
}, 1);

export {};
