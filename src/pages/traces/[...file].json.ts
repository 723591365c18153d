/** What the scrubber loads: the events of one recorded run, under a name that holds their fingerprint. */
export { GET, getStaticPaths } from '../../patterns/trace-endpoint.ts';
