import { Buffer } from './buffer.ts';
import { maxLength } from './create.ts';
import { inspectLimit } from './inspect-buffer.ts';

/** `node:buffer` */

/** The longest text of V8. */
const kStringMaxLength = 536_870_888;

export const bufferModule = Object.defineProperties(
  {
    Buffer,
    kMaxLength: maxLength,
    kStringMaxLength,
    constants: { MAX_LENGTH: maxLength, MAX_STRING_LENGTH: kStringMaxLength },
  },
  { INSPECT_MAX_BYTES: { ...inspectLimit, enumerable: true, configurable: true } },
);
