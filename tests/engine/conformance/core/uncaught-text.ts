// What is thrown need not be an error.
console.log('before');
throw 'only a text';

export {};
