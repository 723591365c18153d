interface ErrorText {
  /** What happened, in a sentence. */
  readonly sentence: string;
  /** What the reader can do about it. */
  readonly whatToDo: string;
}

/** Everything that can go wrong with an engine, in words for the reader. */
export const errorTexts = {
  'bad-project': {
    sentence: 'This project cannot be run as it is.',
    whatToDo: 'Reset the files, then press Run.',
  },
  'did-not-load': {
    sentence: 'The engine could not be loaded.',
    whatToDo: 'Check the connection and press Run again.',
  },
  'did-not-start': {
    sentence: 'The engine did not start.',
    whatToDo: 'Press Run again. If that fails, reload the page.',
  },
  'not-supported': {
    sentence: 'WebContainer cannot start on this page.',
    whatToDo: 'Use the built-in engine, or download the example and run it with Node.js.',
  },
  offline: {
    sentence: 'WebContainer needs a network, and this browser is offline.',
    whatToDo: 'Connect and press Run again, or use the built-in engine.',
  },
  'boot-timeout': {
    sentence: 'WebContainer did not start in time.',
    whatToDo: 'Press Run again in a moment, or use the built-in engine.',
  },
  'boot-failed': {
    sentence: 'WebContainer could not start.',
    whatToDo: 'Reload the page, or use the built-in engine.',
  },
  'install-failed': {
    sentence: 'The packages of this project could not be installed.',
    whatToDo: 'Check the names and versions in package.json, and the connection; press Run again.',
  },
  'engine-closed': {
    sentence: 'This engine was closed.',
    whatToDo: 'Reload the page.',
  },
  'nothing-listens': {
    sentence: 'Nothing in the program listens on this port.',
    whatToDo: 'Run the program again, and send the request when its server listens.',
  },
  'bad-request': {
    sentence: 'This request cannot be sent.',
    whatToDo: 'Make it smaller: at most 64 headers, and a body of 1 MiB.',
  },
  'no-answer': {
    sentence: 'The server did not answer.',
    whatToDo: 'Look at the output of the program, then send the request again.',
  },
  'run-over': {
    sentence: 'The program has ended.',
    whatToDo: 'Press Run, then send the request again.',
  },
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof errorTexts;

/** A failure of an engine, not of the program that it runs. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: ErrorCode;
  readonly whatToDo: string;

  /** @param detail a sentence that names the case, after the table's own */
  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions) {
    const { sentence, whatToDo } = errorTexts[code];
    super(detail === undefined ? sentence : `${sentence} ${detail}`, options);
    this.code = code;
    this.whatToDo = whatToDo;
  }
}
