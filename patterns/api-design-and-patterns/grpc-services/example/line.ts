import { Code, ConnectError } from '@connectrpc/connect';
import type { World } from '#lab';

const DOWN_MS = 2_500;

/** A connection that is lost, and stays so for a while. */
export class Line {
  readonly #world: World;
  #current: AbortController | undefined;
  #upAgainMs = 0;

  constructor(world: World) {
    this.#world = world;
    world.state('line of the van', 'up', 'normal');
  }

  /** @returns a signal that aborts as soon as it is lost */
  connect(): AbortSignal {
    this.#current = new AbortController();
    if (this.#world.clock.now() < this.#upAgainMs)
      this.#current.abort(lost());
    return this.#current.signal;
  }

  cut(): void {
    const { clock } = this.#world;
    this.#upAgainMs = clock.now() + DOWN_MS;
    this.#world.state('line of the van', 'down', 'blocked');
    clock.setTimer(DOWN_MS, () =>
      this.#world.state('line of the van', 'up', 'normal'),
    );
    this.#current?.abort(lost());
  }
}

/** What gRPC says of a connection that broke. */
function lost(): ConnectError {
  return new ConnectError('connection lost', Code.Unavailable);
}
