// @opentelemetry/api: without a provider spans are silent, and still nest and carry their context.
import {
  context,
  createContextKey,
  isSpanContextValid,
  propagation,
  trace,
} from '@opentelemetry/api';

const tracer = trace.getTracer('orders', '1.0.0');
const answer = tracer.startActiveSpan('place order', (span) => {
  span.setAttribute('order.id', 7).addEvent('paid').end();
  return [span.isRecording(), isSpanContextValid(span.spanContext()), span.spanContext().traceId];
});
console.log(...answer);

const key = createContextKey('tenant');
const inner = context.active().setValue(key, 'acme');
console.log(inner.getValue(key), context.active().getValue(key));
console.log(context.with(inner, () => context.active().getValue(key)));

const baggage = propagation.createBaggage({ tier: { value: 'gold' } });
console.log(baggage.getEntry('tier'), baggage.getAllEntries().length);
