// process.emitWarning: printed in the next tick, told to who listens.
process.on('warning', (warning) => console.log('heard', warning.name, warning.message));
process.emitWarning('plain');
process.emitWarning('with all', { type: 'CustomWarning', code: 'C1', detail: 'a detail' });
process.emitWarning('short form', 'OtherWarning', 'C2');
process.emitWarning(Object.assign(new Error('an error'), { name: 'ErrorWarning' }));
console.log('first');

export {};
