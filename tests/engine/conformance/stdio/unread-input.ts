process.stdin.on('close', () => console.log('never, since nobody reads'));
console.log('a program that does not read its input ends');
