import { shared, type Agent } from './agent.ts';
import * as members from './http-exports.ts';

/** `node:http`, within the program. */
export * from './http-exports.ts';

/** The agent of all requests that name none may be replaced. */
export default Object.defineProperty({ ...members }, 'globalAgent', {
  get: () => shared.agent,
  set: (agent: Agent) => {
    shared.agent = agent;
  },
  enumerable: true,
  configurable: true,
});
