import { machine } from 'node:internal/machine';
import { Network } from './network.ts';

/** `node:internal/network`: the one network of the program. */
export const network = new Network(machine.loop, () => undefined);
export { network as default };
