import { Channel, channel, type Subscription } from './channel.ts';
import { tracingChannel } from './tracing-channel.ts';

/** `node:diagnostics_channel` */

function hasSubscribers(name: unknown): boolean {
  return channel(name).hasSubscribers;
}

function subscribe(name: unknown, subscription: Subscription): void {
  channel(name).subscribe(subscription);
}

function unsubscribe(name: unknown, subscription: Subscription): boolean {
  return channel(name).unsubscribe(subscription);
}

export { channel, hasSubscribers, subscribe, tracingChannel, unsubscribe, Channel };
export default { channel, hasSubscribers, subscribe, tracingChannel, unsubscribe, Channel };
