import type {
  Capability,
  Engine,
  EngineId,
  PrepareOptions,
  Project,
  Run,
  RunOptions,
  Sinks,
  Stage,
  Support,
} from '../engine/contract.ts';
import { EngineError, type ErrorCode } from '../engine/errors.ts';
import { chooseEngine, fallbackId, type Choice, type Wish } from './choose-engine.ts';

/** Said when a run begins, whenever that changes. */
export interface EngineNews {
  readonly id: EngineId;
  /** Why it is not the engine that was asked for. */
  readonly why?: string;
  readonly stage?: Stage;
}

export interface ChosenEngineOptions {
  /** Asked before each run: a reader may have switched. */
  readonly wish: () => Wish;
  readonly load: (id: EngineId) => Promise<Engine>;
  readonly tell: (news: EngineNews) => void;
}

/** An engine that did not start; another may. */
const startFailures: readonly ErrorCode[] = [
  'did-not-load',
  'did-not-start',
  'not-supported',
  'offline',
  'boot-timeout',
  'boot-failed',
];

/** The engine that a page and its example ask for, and another where that one does not start. */
export class ChosenEngine implements Engine {
  readonly capabilities: ReadonlySet<Capability> = new Set();
  readonly #options: ChosenEngineOptions;
  #choosing: { readonly wanted: EngineId; readonly choice: Promise<Choice> } | undefined;
  /** What came of it. */
  #choice: Choice | undefined;
  #closed = false;

  constructor(options: ChosenEngineOptions) {
    this.#options = options;
  }

  /** Of the engine that ran last, with the reason for it where it was not the wanted one. */
  get label(): string {
    const { engine, why } = this.#choice ?? {};
    const name = engine?.label ?? 'the engine';
    return why === undefined ? name : `${name}. ${why.replace(/\.$/, '')}`;
  }

  support(): Support {
    return { ok: true };
  }

  async load(project?: Pick<Project, 'files'>): Promise<void> {
    const { engine } = await this.#choose();
    await engine.load(project);
  }

  /** What others serve is asked for on Run, never because a reader came near. */
  async prepare(options?: PrepareOptions): Promise<void> {
    const { id, engine } = await this.#choose();
    if (id === fallbackId) await engine.prepare(options);
    else await engine.load();
  }

  async run(project: Project, sinks: Sinks, options: RunOptions = {}): Promise<Run> {
    const choice = await this.#choose();
    options.signal?.throwIfAborted();
    try {
      return await this.#runIn(choice, project, sinks, options);
    } catch (error) {
      const failed = error instanceof EngineError && startFailures.includes(error.code);
      if (!failed || choice.id === fallbackId || options.signal?.aborted) throw error;
      const fallback = await this.#fallBack(error);
      return this.#runIn(fallback, project, sinks, options);
    }
  }

  dispose(): void {
    this.#closed = true;
    this.#letGo();
  }

  /** Who asks while the engine is on its way waits for that one: a second would be nobody's. */
  async #choose(): Promise<Choice> {
    if (this.#closed) throw new EngineError('engine-closed');
    const wish = this.#options.wish();
    if (this.#choosing?.wanted === wish.wanted) return this.#choosing.choice;
    this.#letGo();
    return this.#take(wish.wanted, chooseEngine(wish, this.#options.load));
  }

  #fallBack({ message }: EngineError): Promise<Choice> {
    this.#letGo();
    const choice = this.#options
      .load(fallbackId)
      .then((engine): Choice => ({ id: fallbackId, engine, why: message }));
    return this.#take(fallbackId, choice);
  }

  #take(wanted: EngineId, choice: Promise<Choice>): Promise<Choice> {
    const choosing = { wanted, choice };
    this.#choosing = choosing;
    choice.then(
      (made) => {
        if (this.#choosing === choosing) this.#choice = made;
      },
      () => {
        if (this.#choosing === choosing) this.#choosing = undefined;
      },
    );
    return choice;
  }

  /** Ends the engine that was chosen, also where it is still on its way. */
  #letGo(): void {
    const [made, choosing] = [this.#choice, this.#choosing];
    this.#choice = undefined;
    this.#choosing = undefined;
    if (made) made.engine.dispose();
    else
      choosing?.choice.then(
        ({ engine }) => engine.dispose(),
        () => undefined,
      );
  }

  #runIn(
    { id, engine, why }: Choice,
    project: Project,
    sinks: Sinks,
    options: RunOptions,
  ): Promise<Run> {
    const about = { id, ...(why === undefined ? {} : { why }) };
    this.#options.tell(about);
    const onStage = (stage: Stage): void => {
      this.#options.tell({ ...about, stage });
      options.onStage?.(stage);
    };
    return engine.run(project, sinks, { ...options, onStage });
  }
}
