console.log('slow begins');
await new Promise((resolve) => setTimeout(resolve, 10));
export const slow = 'slow is done';
console.log('slow ends');
