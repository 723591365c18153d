/** "order-line" → "orderLine". */
export function camel(id: string): string {
  return id.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}

/** "order-line" → "OrderLine". */
export function pascal(id: string): string {
  const name = camel(id);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** "orderLine" → "order-line". */
export function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** "order-line" → "order line". */
export function spoken(id: string): string {
  return id.replaceAll('-', ' ');
}

/** Hands out names, each once: the second "orders" becomes "orders-2". */
export class Names {
  private readonly taken = new Set<string>();

  take(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.taken.has(name); count += 1) name = `${wanted}-${count}`;
    this.taken.add(name);
    return name;
  }
}
