/** What the page asks of the frame that draws. */
export interface DrawRequest {
  readonly source: string;
  readonly isDark: boolean;
}

/** What the frame answers, once for each request. */
export type FrameAnswer =
  | { readonly kind: 'drawn'; readonly svg: string }
  | { readonly kind: 'failed'; readonly why: string };

/** The parts of a message event that say whether it may be believed. */
export interface Message {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

/** Who a message has to come from. */
export interface Sender {
  readonly window: unknown;
  readonly origin: string;
}

/** Reads an answer; what comes from another window or origin, or has another form, is nothing. */
export function readAnswer(message: Message, sender: Sender): FrameAnswer | undefined {
  const { data } = message;
  if (!isFrom(message, sender) || !isRecord(data)) return undefined;
  const { kind, svg, why } = data;
  if (kind === 'drawn' && typeof svg === 'string') return { kind, svg };
  if (kind === 'failed' && typeof why === 'string') return { kind, why };
  return undefined;
}

/** Reads a request; what comes from another window or origin, or has another form, is nothing. */
export function readRequest(message: Message, sender: Sender): DrawRequest | undefined {
  const { data } = message;
  if (!isFrom(message, sender) || !isRecord(data)) return undefined;
  const { source, isDark } = data;
  if (typeof source !== 'string' || typeof isDark !== 'boolean') return undefined;
  return { source, isDark };
}

/** A frame that is gone has no window, and neither has a forged event: nobody equals nobody here. */
function isFrom({ source, origin }: Message, sender: Sender): boolean {
  return source !== null && source === sender.window && origin === sender.origin;
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}
