import type { Capability, Engine, Run, Support } from '../../../../playground/engine/contract.ts';

/** An engine that does nothing but say what it can, start or not, and remember what it was asked. */
export class FakeEngine implements Engine {
  readonly label: string;
  readonly capabilities: ReadonlySet<Capability>;
  readonly asked: string[] = [];
  canStart: Support = { ok: true };
  failure: Error | undefined;

  constructor(label: string, ...capabilities: readonly Capability[]) {
    this.label = label;
    this.capabilities = new Set(capabilities);
  }

  support(): Support {
    return this.canStart;
  }

  async load(): Promise<void> {
    this.asked.push('load');
  }

  async prepare(): Promise<void> {
    this.asked.push('prepare');
  }

  async run(): Promise<Run> {
    this.asked.push('run');
    if (this.failure) throw this.failure;
    return {
      done: Promise.resolve({ reason: 'exit', code: 0 }),
      stop: () => undefined,
      request: () => Promise.reject(new Error('nothing listens')),
    };
  }

  dispose(): void {
    this.asked.push('dispose');
  }
}
