console.log('broken runs');
throw new Error('broken on purpose');

export {};
