import type { Bytes } from '../bytes.ts';

/** One message on its way through a cipher. */
export interface CipherStream {
  update(bytes: Bytes): Bytes;
  /** What comes at the end. @throws where the message is not as it must be */
  final(): Bytes;
  /** Whether the last block is filled up; of ciphers that work in blocks. */
  pads?: boolean;
}

/** A cipher that makes a tag, by which a changed message is found. */
export interface TaggedStream extends CipherStream {
  /** Takes data that is checked and not encrypted; before the message. */
  associate(bytes: Bytes): void;
  /** After `final`. @returns 16 bytes */
  tag(): Bytes;
}
