// @ts-check
/** Runs before a program of the stand-in: says on the pipe 3 which ports its servers open and close. */
import { writeSync } from 'node:fs';
import { Server } from 'node:net';

const { listen } = Server.prototype;

/**
 * @this {Server}
 * @param {...unknown} listenArguments
 */
function watched(...listenArguments) {
  let port = 0;
  this.once('listening', () => {
    const address = this.address();
    port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    writeSync(3, `open ${port}\n`);
  });
  this.once('close', () => writeSync(3, `close ${port}\n`));
  return Reflect.apply(listen, this, listenArguments);
}

Server.prototype.listen = watched;
