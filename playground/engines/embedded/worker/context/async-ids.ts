/** What a hook of `async_hooks.createHook` may listen to. */
export interface Hook {
  init?(asyncId: number, type: string, triggerAsyncId: number, resource: object): void;
  before?(asyncId: number): void;
  after?(asyncId: number): void;
  destroy?(asyncId: number): void;
}

/** One async resource under way. */
export interface Execution {
  readonly asyncId: number;
  readonly triggerId: number;
  readonly resource: object;
}

/**
 * Numbers of async resources, and who is told of them: resources of `AsyncResource`, timers,
 * immediates and ticks. Promises have none here: a browser does not tell when one is made.
 */
export class AsyncIds {
  readonly hooks = new Set<Hook>();
  execution: Execution = { asyncId: 0, triggerId: 0, resource: {} };
  #last = 1;

  /** A new number, told to the hooks. */
  create(type: string, resource: object, triggerId = this.execution.asyncId): Execution {
    this.#last += 1;
    const asyncId = this.#last;
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

  /** A task that runs once, or several times, as a resource of its own. */
  track(type: string, task: () => void): () => void {
    const execution = this.create(type, task);
    return () => this.run(execution, task);
  }
}
