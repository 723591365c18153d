const text = Buffer.from('abc\n');
console.log(text.indexOf(10, 1), text.indexOf(10), text.indexOf(10, 3), text.indexOf(10, -1));
