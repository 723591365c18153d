process.on('uncaughtException', (error, origin) => console.log(error.code, origin));
console.log('before');
setTimeout(() => console.log('after'), 1);
require('./none');
