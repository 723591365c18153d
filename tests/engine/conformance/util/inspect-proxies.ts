import { inspect, types } from 'node:util';
const proxy = new Proxy({ a: 1, b: [1, 2] }, { get: () => 'trapped' });
console.log(proxy, types.isProxy(proxy), types.isProxy({}));
console.log(
  inspect(proxy, { showProxy: true }),
  inspect([new Proxy(() => 1, {})], { showProxy: 1 as never }),
);
const { proxy: gone, revoke } = Proxy.revocable({}, {});
revoke();
console.log(gone, [gone]);
console.log('%o', new Proxy([1], {}), new Proxy(class A {}, {}));
console.log(Proxy.name, Proxy.length, typeof Proxy.revocable, new Proxy({}, { has: () => true }));
