/** What the first line of a message says; a request has a method, a response a status. */
export interface StartLine {
  readonly major: number;
  readonly minor: number;
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly statusText?: string;
}

/** Reads a first line byte by byte. */
export interface StartLineReader {
  /** @returns the line once it is whole */
  add(byte: number): StartLine | undefined;
}

/** What is forgiven: a line feed without carriage return, a version that does not exist. */
export interface LineLeniency {
  readonly lineFeeds: boolean;
  readonly versions: boolean;
}
