/** What readable-stream checks arguments with. */
export {
  validateBoolean,
  validateFunction,
  validateInteger,
  validateObject,
  validateSignal as validateAbortSignal,
} from '../../errors/validate.ts';
