import { validateOneOf } from 'node:internal/errors';
import { orders } from './lookup.ts';

const order = { is: 'verbatim' };

export function getDefaultResultOrder(): string {
  return order.is;
}

export function setDefaultResultOrder(value: string): void {
  validateOneOf(value, 'dnsOrder', orders);
  order.is = value;
}

export { getServers, setServers } from './resolver.ts';
