import type { AsyncResourceClass } from '../async-hooks/async-resource.ts';
import { validateString } from '../errors/validate.ts';
import { EventEmitter, type EmitterOptions } from './event-emitter.ts';
import type { EventName } from './emitter-state.ts';

interface ResourceOptions extends EmitterOptions {
  readonly name?: string;
  readonly triggerAsyncId?: number;
}

/** `EventEmitterAsyncResource`: its listeners run in the context in which it was made. */
export function createEmitterAsyncResource(
  AsyncResource: AsyncResourceClass,
): new (options?: ResourceOptions | string) => EventEmitter {
  class EventEmitterReferencingAsyncResource extends AsyncResource {
    readonly #emitter: EventEmitter;

    constructor(emitter: EventEmitter, type: string, options: ResourceOptions) {
      super(type, options);
      this.#emitter = emitter;
    }

    get eventEmitter(): EventEmitter {
      return this.#emitter;
    }
  }

  return class EventEmitterAsyncResource extends EventEmitter {
    readonly #resource: EventEmitterReferencingAsyncResource;

    constructor(given?: ResourceOptions | string) {
      const options = typeof given === 'string' ? { name: given } : (given ?? {});
      if (new.target === EventEmitterAsyncResource) validateString(options.name, 'options.name');
      super(options);
      const name = options.name ?? new.target.name;
      this.#resource = new EventEmitterReferencingAsyncResource(this, name, options);
    }

    override emit(name: EventName, ...args: unknown[]): boolean {
      const { emit } = EventEmitter.prototype;
      return this.#resource.runInAsyncScope(emit, this, name, ...args) as boolean;
    }

    emitDestroy(): void {
      this.#resource.emitDestroy();
    }

    get asyncId(): number {
      return this.#resource.asyncId();
    }

    get triggerAsyncId(): number {
      return this.#resource.triggerAsyncId();
    }

    get asyncResource(): EventEmitterReferencingAsyncResource {
      return this.#resource;
    }
  };
}
