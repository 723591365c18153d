type Class = new (...args: never[]) => object;

/** A class that also makes an instance when it is called without `new`, as Node's older ones do. */
export function callable<Made extends Class>(
  made: Made,
): Made & ((...args: ConstructorParameters<Made>) => InstanceType<Made>) {
  const both = new Proxy(made, {
    apply: (target, _, args: ConstructorParameters<Made>) =>
      Reflect.construct(target, args) as object,
  });
  Object.defineProperty(made.prototype, 'constructor', {
    value: both,
    writable: true,
    configurable: true,
  });
  return both as never;
}
