/** What the worker's program gives to this package; no program can import it. */

declare module 'node:internal/context' {
  import type { AsyncContext } from '../../worker/context/async-context.ts';
  export const context: AsyncContext;
}

declare module 'node:internal/async_hooks' {
  import type { createAsyncHooks } from '../../worker/modules/async-hooks/async-hooks-module.ts';
  const asyncHooks: ReturnType<typeof createAsyncHooks>;
  export default asyncHooks;
}
