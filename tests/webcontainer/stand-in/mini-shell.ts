import type { ProcessOptions, StandInProcess } from './process.ts';

type Start = (options: ProcessOptions) => StandInProcess;

const prompt = '\r\n~/app\r\n❯ ';
const interrupt = '\u0003';
const endOfInput = '\u0004';

/** A command line with echo, as WebContainer's `jsh` has it: one command at a time. */
export class MiniShell implements StandInProcess {
  readonly ended: Promise<unknown>;
  readonly #options: ProcessOptions;
  readonly #start: Start;
  readonly #finish: () => void;
  #line = '';
  #running: StandInProcess | undefined;

  constructor(options: ProcessOptions, start: Start) {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.ended = promise;
    this.#finish = () => resolve(undefined);
    this.#options = options;
    this.#start = start;
  }

  follow(): void {
    this.#options.output(prompt);
  }

  write(text: string): void {
    for (const key of text) this.#press(key);
  }

  kill(): void {
    this.#running?.kill();
    this.#options.output(null);
    this.#options.exit(0);
    this.#finish();
  }

  #press(key: string): void {
    if (key === interrupt) this.#running?.kill();
    else if (key === endOfInput) this.kill();
    else if (this.#running) this.#running.write(key);
    else if (key === '\r') this.#enter();
    else {
      this.#line += key;
      this.#options.output(key);
    }
  }

  #enter(): void {
    const [command = '', ...args] = this.#line.trim().split(/\s+/);
    this.#line = '';
    this.#options.output('\r\n');
    if (command === 'exit') this.kill();
    else if (command === '') this.#options.output(prompt);
    else this.#run(command, args);
  }

  #run(command: string, args: readonly string[]): void {
    const { output } = this.#options;
    try {
      this.#running = this.#start({
        ...this.#options,
        command,
        args,
        output: (text) => text !== null && output(text.replaceAll('\n', '\r\n')),
        exit: () => {
          this.#running = undefined;
          output(prompt);
        },
      });
      this.#running.follow();
    } catch (error) {
      output(`${error instanceof Error ? error.message : 'failed'}${prompt}`);
    }
  }
}
