import { Buffer } from 'node:buffer';
import { invalidArgType, invalidArgValue, notInEngine, validateString } from 'node:internal/errors';
import { StringDecoder } from 'node:string_decoder';
import { Transform, type TransformCallback } from 'node:stream';
import { bufferOf, bytesOf, bytesOrText, dataBytes, type Bytes } from '../bytes.ts';
import { cryptoError, invalidState } from '../crypto-errors.ts';
import { secretBytes } from '../keys/secret.ts';
import { BlockStream } from './block-stream.ts';
import { ChachaStream } from './chacha-stream.ts';
import type { CipherStream, TaggedStream } from './cipher-stream.ts';
import { findCipher, isLacking, type CipherKind } from './cipher-table.ts';
import { CounterStream } from './counter-stream.ts';
import { GcmStream } from './gcm-stream.ts';

type Options = Readonly<Record<string, unknown>>;

const fullTag = 16;
const gcmTags = new Set([4, 8, 12, 13, 14, 15, 16]);

function kindOf(name: unknown): CipherKind {
  validateString(name, 'cipher');
  const kind = findCipher(name);
  if (kind) return kind;
  throw isLacking(name)
    ? notInEngine(`the cipher ${name}`)
    : cryptoError('UNKNOWN_CIPHER', 'Unknown cipher');
}

function checkedIv(kind: CipherKind, iv: unknown): Bytes | undefined {
  const bytes = iv === null ? undefined : bytesOf(iv, 'iv');
  const bad = (): Error => cryptoError('INVALID_IV', 'Invalid initialization vector', TypeError);
  if (kind.ivBytes === 0) {
    if (bytes && bytes.length > 0) throw bad();
    return undefined;
  }
  const length = bytes?.length ?? 0;
  const fits = {
    gcm: length > 0,
    chacha: length > 0 && length <= 12,
    cbc: length === 16,
    ctr: length === 16,
    ecb: true,
  }[kind.mode];
  if (!fits) throw bad();
  return bytes && new Uint8Array(bytes);
}

function tagLengthOf({ mode }: CipherKind, { authTagLength }: Options): number | undefined {
  if (authTagLength === undefined || (mode !== 'gcm' && mode !== 'chacha')) return undefined;
  if (!Number.isInteger(authTagLength) || Number(authTagLength) < 0)
    throw invalidArgValue('options.authTagLength', authTagLength);
  const length = Number(authTagLength);
  checkTagLength(mode, length);
  return length;
}

function checkTagLength(mode: CipherKind['mode'], length: number): void {
  const fits = mode === 'gcm' ? gcmTags.has(length) : length > 0 && length <= fullTag;
  if (!fits)
    throw cryptoError(
      'INVALID_AUTH_TAG',
      `Invalid authentication tag length: ${length}`,
      TypeError,
    );
}

function streamOf(
  kind: CipherKind,
  key: Bytes,
  iv: Bytes,
  encrypts: boolean,
): CipherStream | TaggedStream {
  switch (kind.mode) {
    case 'cbc':
      return new BlockStream(key, iv, encrypts);
    case 'ecb':
      return new BlockStream(key, undefined, encrypts);
    case 'ctr':
      return new CounterStream(key, iv);
    case 'gcm':
      return new GcmStream(key, iv, encrypts);
    case 'chacha':
      return new ChachaStream(key, iv, encrypts);
  }
}

/** What encrypting and decrypting have in common. */
class CipherBase extends Transform {
  protected readonly kind: CipherKind;
  protected readonly tagLength: number | undefined;
  protected isOver = false;
  readonly #stream: CipherStream | TaggedStream;
  #decoder: StringDecoder | undefined;
  #encoding: string | undefined;

  constructor(name: unknown, key: unknown, iv: unknown, options: Options, encrypts: boolean) {
    const kind = kindOf(name);
    const secret = new Uint8Array(secretBytes(key, 'key', options['encoding']));
    if (
      iv !== null &&
      typeof iv !== 'string' &&
      !ArrayBuffer.isView(iv) &&
      !(iv instanceof ArrayBuffer)
    )
      throw invalidArgType('iv', bytesOrText, iv);
    const tagLength = tagLengthOf(kind, options);
    if (secret.length !== kind.keyBytes)
      throw cryptoError('INVALID_KEYLEN', 'Invalid key length', RangeError);
    const vector = checkedIv(kind, iv);
    super(options);
    this.kind = kind;
    this.tagLength = tagLength;
    this.#stream = streamOf(kind, secret, vector ?? new Uint8Array(), encrypts);
  }

  protected get tagged(): TaggedStream | undefined {
    return 'tag' in this.#stream ? this.#stream : undefined;
  }

  update(data: unknown, inputEncoding?: unknown, outputEncoding?: unknown): Buffer | string {
    const bytes = dataBytes(data, 'data', inputEncoding);
    if (this.isOver) throw new Error('Trying to add data in unsupported state');
    return this.#out(this.#stream.update(bytes), outputEncoding, false);
  }

  final(outputEncoding?: unknown): Buffer | string {
    if (this.isOver) throw invalidState();
    this.isOver = true;
    const last = this.#stream.final();
    this.complete();
    return this.#out(last, outputEncoding, true);
  }

  setAutoPadding(pads = true): this {
    if (this.isOver) throw invalidState('setAutoPadding');
    if (this.#stream.pads !== undefined) this.#stream.pads = Boolean(pads);
    return this;
  }

  setAAD(data: unknown, options?: Options): this {
    const bytes = bytesOf(data, 'buffer', options?.['encoding']);
    if (!this.tagged || this.isOver) throw invalidState('setAAD');
    this.tagged.associate(bytes);
    return this;
  }

  /** The message is whole: makes its tag, or compares it. */
  protected complete(): void {
    // Ciphers without a tag have nothing to do.
  }

  override _transform(chunk: unknown, encoding: string, callback: TransformCallback): void {
    this.push(this.#stream.update(dataBytes(chunk, 'data', encoding)));
    callback();
  }

  override _flush(callback: TransformCallback): void {
    try {
      this.push(this.final());
      callback();
    } catch (error) {
      callback(error as Error);
    }
  }

  /** Text comes out as a whole, so what is left of a character waits for the next call. */
  #out(bytes: Bytes, encoding: unknown, isLast: boolean): Buffer | string {
    if (encoding === undefined || encoding === null || encoding === 'buffer')
      return bufferOf(bytes);
    const name = String(encoding);
    if (!Buffer.isEncoding(name)) throw invalidArgValue('outputEncoding', encoding);
    if (this.#encoding !== undefined && this.#encoding !== name)
      throw invalidArgValue(
        'outputEncoding',
        encoding,
        `cannot be changed from '${this.#encoding}'`,
      );
    this.#encoding = name;
    this.#decoder ??= new StringDecoder(name);
    const buffer = bufferOf(bytes);
    return isLast ? this.#decoder.end(buffer) : this.#decoder.write(buffer);
  }
}

/** `crypto.Cipheriv` */
export class Cipheriv extends CipherBase {
  #tag: Bytes | undefined;

  constructor(cipher: unknown, key: unknown, iv: unknown, options: Options = {}) {
    super(cipher, key, iv, options, true);
  }

  getAuthTag(): Buffer {
    if (!this.#tag) throw invalidState('getAuthTag');
    return bufferOf(new Uint8Array(this.#tag));
  }

  protected override complete(): void {
    this.#tag = this.tagged?.tag().subarray(0, this.tagLength ?? fullTag);
  }
}

/** `crypto.Decipheriv` */
export class Decipheriv extends CipherBase {
  #tag: Bytes | undefined;

  constructor(cipher: unknown, key: unknown, iv: unknown, options: Options = {}) {
    super(cipher, key, iv, options, false);
  }

  setAuthTag(tag: unknown, encoding?: unknown): this {
    const bytes = bytesOf(tag, 'buffer', encoding);
    if (!this.tagged || this.isOver || this.#tag) throw invalidState('setAuthTag');
    checkTagLength(this.kind.mode, bytes.length);
    if (this.tagLength !== undefined && bytes.length !== this.tagLength)
      throw cryptoError(
        'INVALID_AUTH_TAG',
        `Invalid authentication tag length: ${bytes.length}`,
        TypeError,
      );
    this.#tag = new Uint8Array(bytes);
    return this;
  }

  protected override complete(): void {
    if (!this.tagged) return;
    const expected = this.tagged.tag();
    const isRight = this.#tag?.every((byte, at) => byte === expected[at]) ?? false;
    if (!isRight) throw new Error('Unsupported state or unable to authenticate data');
  }
}

export const createCipheriv = (...args: ConstructorParameters<typeof Cipheriv>): Cipheriv =>
  new Cipheriv(...args);

export const createDecipheriv = (...args: ConstructorParameters<typeof Decipheriv>): Decipheriv =>
  new Decipheriv(...args);
