// The reason need not be an error.
console.log('before');
void Promise.reject({ reason: 'an object' });

export {};
