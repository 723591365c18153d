/** The package has no types of its own; it is Node's module as of version 20. */
declare module 'readable-stream/lib/stream.js' {
  import stream from 'node:stream';

  export default stream;
}
