console.log('text');
throw 'a text';
