// Live bindings, one instance a module, order of evaluation, import() and import.meta.
import Counter, { count, increment } from './lib/counter.ts';
import * as counter from './lib/counter.ts';
import settings from './lib/settings.json' with { type: 'json' };
import { slow } from './lib/slow.ts';

console.log(count, increment(), count, counter.count, Counter.kind, counter.default === Counter);
console.log(settings, slow);
console.log(Object.keys(counter), Object.prototype.toString.call(counter));

const name = 'counter';
const again = await import(`./lib/${name}.ts`);
console.log(again === counter, again.count);
for (let attempt = 0; attempt < 2; attempt++) {
  const outcome = await import('./lib/broken.ts').catch((error: Error) => error.message);
  console.log(attempt, outcome);
}
const missing = await import('./lib/nowhere.ts' as string).catch(
  (error: { code: string }) => error.code,
);
console.log(missing);
console.log(import.meta.main, import.meta.url.endsWith('/classes-and-modules.ts'));
console.log(import.meta.resolve('./lib/counter.ts').endsWith('/lib/counter.ts'));
console.log(import.meta.filename.endsWith('/classes-and-modules.ts'), typeof import.meta.dirname);

class Account {
  #balance = 0;
  static #made = 0;
  static {
    console.log('class block');
  }
  constructor() {
    Account.#made += 1;
  }
  get balance(): number {
    return this.#balance;
  }
  deposit(amount: number): this {
    this.#balance += amount;
    return this;
  }
  static get made(): number {
    return Account.#made;
  }
  static isAccount(value: object): boolean {
    return #balance in value;
  }
}
console.log(new Account().deposit(5).deposit(2).balance, Account.made);
console.log(Account.isAccount(new Account()), Account.isAccount({}), new Account());
