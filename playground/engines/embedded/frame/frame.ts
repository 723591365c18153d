/**
 * The script of the opaque frame. It makes the Worker, passes texts on, and ends the Worker when it
 * floods, breaks the protocol or stops listening. User code never runs on this thread.
 */
import { frameDoors, frameOrigin } from '../policy.ts';
import { helloText, portText, type Assets, type ToFrame } from '../protocol.ts';
import { Relay } from './relay.ts';

function open(): void {
  for (const door of frameDoors) Reflect.deleteProperty(globalThis, door);
  addEventListener('message', onPort);
  parent.postMessage(helloText, '*');
}

function onPort(event: MessageEvent<unknown>): void {
  const [port] = event.ports;
  if (event.source !== parent || event.data !== portText || !port) return;
  removeEventListener('message', onPort);
  const relay = new Relay((text) => port.postMessage(text));
  port.onmessage = ({ data }: MessageEvent<string | Assets>) => {
    if (typeof data !== 'string') {
      relay.hand(data);
      return;
    }
    const message = JSON.parse(data) as ToFrame;
    if (message.type === 'ping') relay.answer();
    else if (message.type === 'boot') relay.boot(message.worker);
    else if (message.type === 'run') relay.run(message.job);
    else relay.visit(message.visit);
  };
}

// Opened by itself, or in a frame of the site's own origin, the script does nothing.
if (self.origin === frameOrigin && parent !== self) open();
