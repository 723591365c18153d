import { resolveObjectURL } from '../url/object-urls.ts';
import { atob, btoa } from './base64-functions.ts';
import { NodeBlob, NodeFile } from './blob-classes.ts';
import { Buffer } from './buffer.ts';
import { isAscii, isUtf8 } from './byte-checks.ts';
import { allocUnsafeSlow, maxLength } from './create.ts';
import { deprecation } from './deprecation.ts';
import { inspectLimit } from './inspect-buffer.ts';
import { transcode } from './transcode.ts';

/** `node:buffer` */

/** The longest text of V8. */
const kStringMaxLength = 536_870_888;

const warnOfSlowBuffer = deprecation(
  'SlowBuffer() is deprecated. Please use Buffer.allocUnsafeSlow()',
  'DEP0030',
);

/** With `new` or without. */
function SlowBuffer(size: unknown): Uint8Array {
  warnOfSlowBuffer();
  return allocUnsafeSlow(size);
}

const constants = Object.freeze({ MAX_LENGTH: maxLength, MAX_STRING_LENGTH: kStringMaxLength });

export const bufferModule = Object.defineProperties(
  {
    Buffer,
    SlowBuffer,
    transcode,
    isUtf8,
    isAscii,
    kMaxLength: maxLength,
    kStringMaxLength,
    btoa,
    atob,
    constants,
    INSPECT_MAX_BYTES: inspectLimit.get(),
    Blob: NodeBlob,
    resolveObjectURL,
    File: NodeFile,
  },
  {
    constants: { writable: false, configurable: false },
    INSPECT_MAX_BYTES: { ...inspectLimit, enumerable: true, configurable: true },
  },
);
