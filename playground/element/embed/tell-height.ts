/** What the frame says to the page around it. */
export interface HeightMessage {
  readonly type: 'backend-architect:height';
  /** The frame's content needs so much; whole pixels. */
  readonly heightPx: number;
}

/**
 * Tells the page around how high the content is, now and whenever that changes. It goes to any
 * origin: who that is cannot be known here, and the number is no secret to the page that shows the
 * frame. Nothing is listened to in return.
 */
export function tellHeight(): void {
  if (parent === self) return;
  let last = 0;
  new ResizeObserver(() => {
    const heightPx = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (heightPx === last) return;
    last = heightPx;
    const message: HeightMessage = { type: 'backend-architect:height', heightPx };
    parent.postMessage(message, '*');
  }).observe(document.documentElement);
}
