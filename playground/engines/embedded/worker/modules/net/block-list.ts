import {
  invalidArgType,
  invalidArgValue,
  validateInteger,
  validateString,
} from 'node:internal/errors';
import { isIP, isIPv4, wordsOf } from './ip.ts';
import { SocketAddress, type Family } from './socket-address.ts';

interface Rule {
  readonly text: string;
  readonly family: Family;
  bars(address: bigint): boolean;
}

const bitsOf = (family: Family): number => (family === 'ipv4' ? 32 : 128);
const nameOf = (family: Family): string => (family === 'ipv4' ? 'IPv4' : 'IPv6');

/** Addresses that a program bars, or allows: single ones, ranges and subnets. */
export class BlockList {
  readonly #rules: Rule[] = [];

  static isBlockList(value: unknown): value is BlockList {
    return value instanceof BlockList;
  }

  /** Single addresses first; of the others the last one. */
  get rules(): string[] {
    const texts = this.#rules.map(({ text }) => text);
    const isSingle = (text: string): boolean => text.startsWith('Address');
    return [...texts.filter(isSingle), ...texts.filter((text) => !isSingle(text)).reverse()];
  }

  addAddress(address: string | SocketAddress, family: Family = 'ipv4'): void {
    const one = readAddress(address, 'address', family);
    const text = `Address: ${nameOf(one.family)} ${one.text}`;
    this.#add({ text, family: one.family, bars: (other) => other === one.number });
  }

  addRange(start: string | SocketAddress, end: string | SocketAddress, family: Family = 'ipv4') {
    const first = readAddress(start, 'start', family);
    const last = readAddress(end, 'end', family);
    if (first.number > last.number)
      throw invalidArgValue('start', first.value, 'must come before end');
    const text = `Range: ${nameOf(first.family)} ${first.text}-${last.text}`;
    const bars = (other: bigint): boolean => other >= first.number && other <= last.number;
    this.#add({ text, family: first.family, bars });
  }

  addSubnet(net: string | SocketAddress, prefix: number, family: Family = 'ipv4'): void {
    const base = readAddress(net, 'network', family);
    const bits = bitsOf(base.family);
    validateInteger(prefix, 'prefix', 0, bits);
    const rest = BigInt(bits - prefix);
    const text = `Subnet: ${nameOf(base.family)} ${base.text}/${prefix}`;
    const bars = (other: bigint): boolean => other >> rest === base.number >> rest;
    this.#add({ text, family: base.family, bars });
  }

  check(address: string | SocketAddress, family: Family = 'ipv4'): boolean {
    const one = readCheck(address, family);
    if (!one) return false;
    const mapped = one.family === 'ipv6' ? mappedIPv4(one.number) : undefined;
    return this.#rules.some(({ family: of, bars }) => {
      if (of === one.family) return bars(one.number);
      return mapped !== undefined && bars(mapped);
    });
  }

  #add(rule: Rule): void {
    this.#rules.push(rule);
  }
}

interface Numbered {
  readonly text: string;
  readonly family: Family;
  readonly number: bigint;
  readonly value?: SocketAddress;
}

function readAddress(address: string | SocketAddress, name: string, family: Family): Numbered {
  if (SocketAddress.isSocketAddress(address))
    return numbered(address.address, address.family as Family);
  if (typeof address !== 'string') throw invalidArgType(name, 'string', address);
  const value = new SocketAddress({ address, family });
  return { ...numbered(address, value.family as Family), value };
}

/** A text that is no address is not barred. */
function readCheck(address: string | SocketAddress, family: Family): Numbered | undefined {
  if (SocketAddress.isSocketAddress(address)) return readAddress(address, 'address', family);
  validateString(address, 'address');
  validateString(family, 'family');
  const fits = isIP(address) === (family.toLowerCase() === 'ipv4' ? 4 : 6);
  return fits ? numbered(address, family.toLowerCase() as Family) : undefined;
}

function numbered(text: string, family: Family): Numbered {
  const words = isIPv4(text) ? text.split('.').map(Number) : (wordsOf(text) ?? []);
  const size = isIPv4(text) ? 8n : 16n;
  return { text, family, number: words.reduce((sum, word) => (sum << size) | BigInt(word), 0n) };
}

/** `::ffff:1.2.3.4` is the IPv4 address 1.2.3.4, too. */
function mappedIPv4(number: bigint): bigint | undefined {
  return number >> 32n === 0xffffn ? number & 0xffffffffn : undefined;
}
