import { machine } from 'node:internal/machine';
import { HttpClient } from './http/http-client.ts';
import { Network } from './network.ts';
import { Visits } from './visits.ts';

/** `node:internal/network`: the one network of the program, and who reaches it from the page. */
export const network = new Network(machine.loop, machine.context, (ports) =>
  machine.page.tell({ type: 'ports', ports }),
);
export const client = new HttpClient(machine.loop, network);

const visits = new Visits(client, machine);
machine.page.receive((message) => visits.receive(message));

export { MessageParser } from './http/message-parser.ts';
export { ParseError } from './http/parse-error.ts';
