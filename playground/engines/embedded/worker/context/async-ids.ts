/** What a hook of `async_hooks.createHook` may listen to. */
export interface Hook {
  init?(asyncId: number, type: string, triggerAsyncId: number, resource: object): void;
  before?(asyncId: number): void;
  after?(asyncId: number): void;
  destroy?(asyncId: number): void;
}

/** Numbers of an async resource: its own, and that of what made it. */
export interface Identity {
  readonly asyncId: number;
  readonly triggerId: number;
}

/** One async resource under way. */
export interface Execution extends Identity {
  readonly resource: object;
}

/** A resource as hooks are told of it. */
export interface Tracked extends Execution {
  /** Such as `Timeout`. */
  readonly type: string;
}

/**
 * Numbers of async resources, and who is told of them: resources of `AsyncResource`, timers,
 * immediates and ticks. Promises have none here: a browser does not tell when one is made.
 */
export class AsyncIds {
  readonly hooks = new Set<Hook>();
  execution: Execution = { asyncId: 1, triggerId: 0, resource: {} };
  #last = 1;

  /** A new number, and that of what runs now. */
  identify(triggerId = this.execution.asyncId): Identity {
    this.#last += 1;
    return { asyncId: this.#last, triggerId };
  }

  /** A new resource, told to the hooks. */
  create(type: string, resource: object, triggerId?: number): Execution {
    return this.begin({ type, resource, ...this.identify(triggerId) });
  }

  /** Tells the hooks of a resource that has its numbers. */
  begin({ type, resource, asyncId, triggerId }: Tracked): Execution {
    for (const hook of [...this.hooks]) hook.init?.(asyncId, type, triggerId, resource);
    return { asyncId, triggerId, resource };
  }

  /** Calls as part of a resource. */
  run<Result>(execution: Execution, call: () => Result): Result {
    const before = this.execution;
    this.execution = execution;
    for (const hook of [...this.hooks]) hook.before?.(execution.asyncId);
    try {
      return call();
    } finally {
      for (const hook of [...this.hooks]) hook.after?.(execution.asyncId);
      this.execution = before;
    }
  }

  destroy({ asyncId }: Execution): void {
    for (const hook of [...this.hooks]) hook.destroy?.(asyncId);
  }

  /** A task that runs as a resource of its own. @param once whether it ends with its first run */
  track(tracked: Tracked, task: () => void, once: boolean): () => void {
    const execution = this.begin(tracked);
    return () => {
      try {
        this.run(execution, task);
      } finally {
        if (once) this.destroy(execution);
      }
    };
  }
}
