import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();
const show = (label: string): void => console.log(label, storage.getStore());
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function job(name: string): Promise<string> {
  show(`${name} begins`);
  await soon();
  show(`${name} awaited`);
  const sum = (await Promise.resolve(1)) + (await await Promise.resolve(Promise.resolve(2)));
  show(`${name} ${sum}`);
  return name;
}

const arrow = async (): Promise<string | undefined> => (await soon(), storage.getStore());
const literal = async (): Promise<object> => ({ store: (await soon(), storage.getStore()) });

class Service {
  static async start(): Promise<string | undefined> {
    await null;
    return storage.getStore();
  }
  async #inner(): Promise<string | undefined> {
    await null;
    return storage.getStore();
  }
  async outer(): Promise<unknown[]> {
    return [await this.#inner(), await Service.start(), storage.getStore()];
  }
}

const names = ['a', 'b', 'c'];
console.log(await Promise.all(names.map((name) => storage.run(name, () => job(name)))));
console.log(await storage.run('arrow', arrow), await storage.run('literal', literal));
console.log(await storage.run('class', () => new Service().outer()));
show('outside');
storage.run('top', () => show('run'));
await soon();
show('outside still');
