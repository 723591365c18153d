/** The engine's emitter, as readable-stream takes it from `events`. */
import '../../events/events-module.ts';

export { addAbortListener } from '../../events/any-emitter.ts';
export { EventEmitter } from '../../events/event-emitter.ts';
