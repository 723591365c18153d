import { refusedClass, refuseTls } from './refuse-tls.ts';

/** What `node:tls` has, by name: settings as they are, and refusals. */

export const CLIENT_RENEG_LIMIT = 3;
export const CLIENT_RENEG_WINDOW = 600;
export const DEFAULT_ECDH_CURVE = 'auto';
export const DEFAULT_MIN_VERSION = 'TLSv1.2';
export const DEFAULT_MAX_VERSION = 'TLSv1.3';
export const rootCertificates: readonly string[] = Object.freeze([]);
export const Server = refusedClass('tls.Server');
export const TLSSocket = refusedClass('tls.TLSSocket');
export const SecureContext = refusedClass('tls.SecureContext');
export const connect = (): never => refuseTls('tls.connect');
export const createServer = (): never => refuseTls('tls.createServer');
export const createSecureContext = (): never => refuseTls('tls.createSecureContext');
export const checkServerIdentity = (): never => refuseTls('tls.checkServerIdentity');
export const getCiphers = (): never => refuseTls('tls.getCiphers');
