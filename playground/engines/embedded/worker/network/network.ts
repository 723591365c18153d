import type { Loop, Machine } from '../machine.ts';
import { Endpoint, type Place } from './endpoint.ts';

/** Which async context the events of a connection run in. */
type Context = Pick<Machine['context'], 'bind'>;

/** A port, or the path of a local socket. */
export type Address = { readonly port: number; readonly host: string } | { readonly path: string };

/** Something that listens, until it is closed. */
export interface Listener {
  readonly address: Address;
  ref(): void;
  unref(): void;
  close(): void;
}

interface Bound {
  readonly address: Address;
  accept(connection: Endpoint): void;
  /** Calls in the context of whoever listens. */
  inContext(call: () => void): void;
}

/** Ports that the system gives where a program asks for any. */
const firstFreePort = 32_768;
const portCount = 28_000;

/**
 * The network of one program. It reaches no further: what listens in the program can be reached
 * from the program, and by the page.
 */
export class Network {
  readonly #loop: Loop;
  readonly #context: Context;
  readonly #onPorts: (ports: readonly number[]) => void;
  #bound: readonly Bound[] = [];
  #nextPort: number;

  /** @param onPorts told which ports listen, whenever that changes */
  constructor(loop: Loop, context: Context, onPorts: (ports: readonly number[]) => void) {
    this.#loop = loop;
    this.#context = context;
    this.#onPorts = onPorts;
    this.#nextPort = Math.floor(Math.random() * portCount);
  }

  /**
   * @param accept called for each connection, in a callback of its own
   * @returns undefined where the address is taken
   */
  listen(wanted: Address, accept: (connection: Endpoint) => void): Listener | undefined {
    const address = 'port' in wanted && wanted.port === 0 ? this.#freePort(wanted.host) : wanted;
    if (this.#bound.some((other) => overlap(other.address, address))) return undefined;
    const inContext = this.#context.bind((call: () => void) => call());
    const bound: Bound = { address, accept, inContext };
    this.#change([...this.#bound, bound]);
    let release: (() => void) | undefined = this.#loop.hold();
    const letGo = (): void => {
      release?.();
      release = undefined;
    };
    return {
      address,
      ref: () => {
        if (this.#bound.includes(bound)) release ??= this.#loop.hold();
      },
      unref: letGo,
      close: () => {
        this.#change(this.#bound.filter((other) => other !== bound));
        letGo();
      },
    };
  }

  /** Connects, or tells that nothing listens there; both in a callback of the poll phase. */
  connect(to: Address, connected: (end: Endpoint) => void, refused: () => void): void {
    const bound = this.#find(to);
    if (!bound) {
      this.#loop.poll(refused);
      return;
    }
    const [client, server] = this.#pair(to, bound.address);
    client.inContext = this.#context.bind((call: () => void) => call());
    server.inContext = bound.inContext;
    this.#loop.poll(() => {
      if (this.#bound.includes(bound)) bound.inContext(() => bound.accept(server));
      else server.reset();
    });
    this.#loop.poll(() => connected(client));
  }

  #pair(to: Address, bound: Address): readonly [Endpoint, Endpoint] {
    if ('path' in to || 'path' in bound) return Endpoint.pair(this.#loop, [{}, {}], [{}, {}]);
    const own = this.#freePort(to.host);
    const seen = (port: number): Place => placeOf(hostSeenBy(bound.host, to.host), port);
    return Endpoint.pair(
      this.#loop,
      [placeOf(to.host, own.port), placeOf(to.host, to.port)],
      [seen(to.port), seen(own.port)],
    );
  }

  #find(to: Address): Bound | undefined {
    return this.#bound.find(({ address }) => overlap(address, to));
  }

  #freePort(host: string): { port: number; host: string } {
    this.#nextPort = (this.#nextPort + 1) % portCount;
    const address = { port: firstFreePort + this.#nextPort, host };
    return this.#find(address) ? this.#freePort(host) : address;
  }

  #change(bound: readonly Bound[]): void {
    this.#bound = bound;
    const ports = bound.flatMap(({ address }) => ('port' in address ? [address.port] : []));
    this.#onPorts([...new Set(ports)]);
  }
}

/** `::` takes addresses of both families. */
function familiesOf(host: string): readonly string[] {
  if (host === '::') return ['4', '6'];
  return host.includes(':') ? ['6'] : ['4'];
}

function overlap(one: Address, other: Address): boolean {
  if ('path' in one || 'path' in other)
    return 'path' in one && 'path' in other && one.path === other.path;
  const families = familiesOf(other.host);
  return (
    one.port === other.port && familiesOf(one.host).some((family) => families.includes(family))
  );
}

/** A server of both families sees addresses of the older one inside the newer. */
function hostSeenBy(bound: string, host: string): string {
  return bound === '::' && !host.includes(':') ? `::ffff:${host}` : host;
}

function placeOf(host: string, port: number): Place {
  return { address: host, family: host.includes(':') ? 'IPv6' : 'IPv4', port };
}
