// @opentelemetry/sdk-trace-base: spans with parents, sampling, processors, and an exporter in memory.
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import {
  AlwaysOffSampler,
  BasicTracerProvider,
  ConsoleSpanExporter,
  InMemorySpanExporter,
  ParentBasedSampler,
  SimpleSpanProcessor,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';

const memory = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(memory)] });
const tracer = provider.getTracer('orders', '1.2.0');

const root = tracer.startSpan('POST /orders', { kind: SpanKind.SERVER, startTime: [1000, 0] });
const child = tracer.startSpan(
  'INSERT',
  { startTime: [1000, 5e6] },
  trace.setSpan(context.active(), root),
);
child.setAttribute('db.rows', 1).addEvent('locked', { waited: 3 }, [1000, 6e6]);
child.recordException(new Error('deadlock'), [1000, 7e6]);
child.setStatus({ code: SpanStatusCode.ERROR, message: 'deadlock' }).end([1000, 8e6]);
root.end([1000, 9e6]);
await provider.forceFlush();

for (const span of memory.getFinishedSpans()) {
  const { name, kind, status, attributes, duration, ended, events, instrumentationScope } = span;
  console.log(name, kind, status, attributes, duration, ended, instrumentationScope);
  console.log(events.map((event) => [event.name, Object.keys(event.attributes ?? {})]));
  const isChild = span.parentSpanContext?.spanId === root.spanContext().spanId;
  console.log(isChild, span.spanContext().traceId === root.spanContext().traceId);
  console.log(
    span.spanContext().traceId.length,
    span.resource.attributes['telemetry.sdk.language'],
  );
}
const off = new BasicTracerProvider({
  sampler: new ParentBasedSampler({ root: new AlwaysOffSampler() }),
});
console.log(off.getTracer('x').startSpan('unseen').isRecording());
console.log(
  String(new TraceIdRatioBasedSampler(0.25)),
  typeof ConsoleSpanExporter,
  typeof propagation.inject,
);
await provider.shutdown();
console.log(memory.getFinishedSpans().length);
