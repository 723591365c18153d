import { nodeVersion } from '../../node-version.ts';

/** What the Node.js says of itself that the engine copies. */

const download = `https://nodejs.org/download/release/${nodeVersion}/node-${nodeVersion}`;

/** The object itself can be added to; what it says stays. */
export function readOnly<Facts extends object>(facts: Facts): Readonly<Facts> {
  for (const name of Object.keys(facts)) Object.defineProperty(facts, name, { writable: false });
  return facts;
}

export const versions = readOnly({
  node: nodeVersion.slice(1),
  modules: '137',
  napi: '10',
  unicode: '17.0',
  v8: '13.6.233.17-node.53',
});

export const release = {
  name: 'node',
  lts: 'Krypton',
  sourceUrl: `${download}.tar.gz`,
  headersUrl: `${download}-headers.tar.gz`,
};

export const features = {
  inspector: false,
  debug: false,
  uv: true,
  ipv6: true,
  tls_alpn: false,
  tls_sni: false,
  tls_ocsp: false,
  tls: false,
  openssl_is_boringssl: false,
  cached_builtins: true,
  require_module: false,
  quic: false,
  typescript: 'strip',
};

export const config = Object.freeze({
  target_defaults: Object.freeze({}),
  variables: Object.freeze({
    host_arch: 'x64',
    napi_build_version: '10',
    node_shared: false,
    node_use_openssl: false,
    v8_enable_i18n_support: 1,
    is_debug: 0,
    asan: 0,
  }),
});
