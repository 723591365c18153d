import * as abortError from './abort-error.ts';
import * as argumentErrors from './argument-errors.ts';
import * as nodeError from './node-error.ts';
import * as objectErrors from './object-errors.ts';
import * as validate from './validate.ts';

/**
 * Node's errors and checks, as the modules see them that are fetched by themselves. One that bundled
 * them would carry a copy of `inspect`, and classes of its own.
 */
export const internalErrors = {
  ...abortError,
  ...argumentErrors,
  ...nodeError,
  ...objectErrors,
  ...validate,
};
