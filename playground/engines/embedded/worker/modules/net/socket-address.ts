import {
  invalidArgValue,
  nodeError,
  validateInteger,
  validateObject,
  validateString,
} from 'node:internal/errors';
import { readPort } from './connect-arguments.ts';
import { isIP } from './ip.ts';

export type Family = 'ipv4' | 'ipv6';

export interface SocketAddressOptions {
  readonly address?: string;
  readonly family?: Family;
  readonly flowlabel?: number;
  readonly port?: number;
}

const largestFlow = (1 << 20) - 1;

/** An address and a port as one value. */
export class SocketAddress {
  readonly #address: string;
  readonly #port: number;
  readonly #family: Family;
  readonly #flowlabel: number;

  static isSocketAddress(value: unknown): value is SocketAddress {
    return typeof value === 'object' && value !== null && #address in value;
  }

  /** @returns what `1.2.3.4:80` or `[::1]:80` says; undefined where it says nothing */
  static parse(text: string): SocketAddress | undefined {
    validateString(text, 'input');
    if (!URL.canParse(`http://${text}`)) return undefined;
    const { hostname, port } = new URL(`http://${text}`);
    const address = hostname.replace(/^\[|\]$/g, '');
    const kind = isIP(address);
    if (kind === 0) return undefined;
    return new SocketAddress({ address, port: Number(port), family: kind === 6 ? 'ipv6' : 'ipv4' });
  }

  constructor(options: SocketAddressOptions = {}) {
    validateObject(options, 'options');
    const { family = 'ipv4', port = 0, flowlabel = 0 } = options as SocketAddressOptions;
    const kind = typeof family === 'string' ? family.toLowerCase() : family;
    if (kind !== 'ipv4' && kind !== 'ipv6') throw invalidArgValue('options.family', family);
    const { address = kind === 'ipv6' ? '::' : '127.0.0.1' } = options as SocketAddressOptions;
    validateString(address, 'options.address');
    this.#port = readPort(port, 'options.port');
    validateInteger(flowlabel, 'options.flowlabel', 0, largestFlow);
    if (isIP(address) !== (kind === 'ipv6' ? 6 : 4))
      throw nodeError(Error, 'ERR_INVALID_ADDRESS', 'Invalid socket address');
    this.#address = address;
    this.#family = kind;
    this.#flowlabel = flowlabel;
  }

  get address(): string {
    return this.#address;
  }

  get port(): number {
    return this.#port;
  }

  get family(): string {
    return this.#family;
  }

  get flowlabel(): number {
    return this.#flowlabel;
  }

  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `SocketAddress ${inspect(this.toJSON(), options)}`;
  }

  toJSON(): object {
    const { address, port, family, flowlabel } = this;
    return { address, port, family, flowlabel };
  }
}
