import { readAnswer } from './frame-messages.ts';
import type { DrawRequest, FrameAnswer } from './frame-messages.ts';

/** The page that draws: it may use style elements, which the wizard's page may not. */
const ADDRESS = '/drawing-frame/';
/** Long enough for a slow line to bring Mermaid. */
const LIMIT_MS = 20_000;

const NOT_LOADED = 'the code that draws did not load. Check the connection.';

/**
 * Draws Mermaid text in a frame that nobody sees, and takes the frame away again.
 *
 * @returns the text of an SVG picture
 * @throws {Error} where it cannot be drawn; the message ends the sentence "It could not be drawn:"
 */
export async function drawInFrame(request: DrawRequest): Promise<string> {
  const frame = hiddenFrame();
  const listening = new AbortController();
  let limit: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = await new Promise<FrameAnswer>((resolve) => {
      const fail = (why: string): void => {
        resolve({ kind: 'failed', why });
      };
      listen(frame, listening.signal, resolve);
      frame.addEventListener('load', () => {
        // Its script has run by now, or never will.
        if (isReady(frame)) frame.contentWindow?.postMessage(request, location.origin);
        else fail(NOT_LOADED);
      });
      limit = setTimeout(() => {
        fail(`it took more than ${LIMIT_MS / 1000} seconds.`);
      }, LIMIT_MS);
      document.body.append(frame);
    });
    if (answer.kind === 'failed') throw new Error(answer.why);
    return answer.svg;
  } finally {
    clearTimeout(limit);
    listening.abort();
    frame.remove();
  }
}

/** Laid out, since Mermaid measures words, but neither seen nor reached by keys. */
function hiddenFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = ADDRESS;
  frame.title = 'Draws diagrams';
  frame.className = 'drawing-frame';
  frame.inert = true;
  return frame;
}

function listen(
  frame: HTMLIFrameElement,
  signal: AbortSignal,
  answered: (answer: FrameAnswer) => void,
): void {
  addEventListener(
    'message',
    (event) => {
      const answer = readAnswer(event, { window: frame.contentWindow, origin: location.origin });
      if (answer) answered(answer);
    },
    { signal },
  );
}

/** A page of another origin, such as the browser's own for an error, shows no document. */
function isReady({ contentDocument }: HTMLIFrameElement): boolean {
  return Boolean(contentDocument?.querySelector(':root[data-draws]'));
}
