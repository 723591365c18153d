/** What @connectrpc/connect-node imports of `node:http2`: its names, and a refusal where it is used. */
import { refuse } from './refuse.ts';

export const constants = { NGHTTP2_NO_ERROR: 0, NGHTTP2_CANCEL: 8, NGHTTP2_ENHANCE_YOUR_CALM: 11 };

export const connect = refuse("node:http2; set the transport's httpVersion to '1.1'");
