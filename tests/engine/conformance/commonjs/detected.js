const { value } = await Promise.resolve({ value: 'awaited' });
console.log(value, typeof require, this);
