// An error that nobody catches: its place, its message, its own fields.
class OrderError extends Error {
  readonly order = 7;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OrderError';
  }
}

function place(): void {
  throw new OrderError('no such order\nsecond line', { cause: 'no stock' });
}

console.log('before');
setTimeout(() => console.log('never'), 5);
place();

export {};
