import { Agent as HttpAgent } from 'node:http';
import { refusedClass, refuseTls } from './refuse-tls.ts';

/** What `node:https` has, by name. */

/** It can be made, as many clients make one ahead; a connection is refused. */
export class Agent extends HttpAgent {
  defaultPort = 443;
  protocol = 'https:';

  override createConnection(): never {
    return refuseTls('https.request');
  }
}

export const globalAgent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });
export const Server = refusedClass('https.Server');
export const createServer = (): never => refuseTls('https.createServer');
export const request = (): never => refuseTls('https.request');
export const get = (): never => refuseTls('https.get');
