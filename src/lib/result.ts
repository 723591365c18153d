/** The outcome of something that can fail in a known way. A caller must look before it reads. */
export type Result<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

/** A result that holds a value. */
export function success<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

/** A result that holds the reason why there is no value. */
export function failure<Problem>(problem: Problem): Result<never, Problem> {
  return { ok: false, problem };
}
