import { statusCodes as STATUS_CODES } from '../../../worker/modules/http/tables.ts';

/** Of `node:http`, undici wants the names of statuses, and to know a message when it sees one. */
export { STATUS_CODES };
export const IncomingMessage = Symbol('no message is one');
