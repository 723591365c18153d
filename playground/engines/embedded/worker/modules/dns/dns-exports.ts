import { codes } from './codes.ts';
import { hints } from './lookup.ts';
import * as promisesExports from './promises-exports.ts';
import { callbackQuestions, resolverClass } from './resolver.ts';

/** What `node:dns` has, by name. */

export const {
  NODATA,
  FORMERR,
  SERVFAIL,
  NOTFOUND,
  NOTIMP,
  REFUSED,
  BADQUERY,
  BADNAME,
  BADFAMILY,
  BADRESP,
  CONNREFUSED,
  TIMEOUT,
  EOF,
  FILE,
  NOMEM,
  DESTRUCTION,
  BADSTR,
  BADFLAGS,
  NONAME,
  BADHINTS,
  NOTINITIALIZED,
  LOADIPHLPAPI,
  ADDRGETNETWORKPARAMS,
  CANCELLED,
} = codes;
export const {
  resolve,
  resolve4,
  resolve6,
  resolveAny,
  resolveCaa,
  resolveCname,
  resolveMx,
  resolveNaptr,
  resolveNs,
  resolvePtr,
  resolveSoa,
  resolveSrv,
  resolveTlsa,
  resolveTxt,
  reverse,
} = callbackQuestions;
export const Resolver = resolverClass(callbackQuestions);
export { lookup, lookupService } from './lookup.ts';
export const { ADDRCONFIG, ALL, V4MAPPED } = hints;
export const promises = { ...promisesExports };
export * from './shared.ts';
