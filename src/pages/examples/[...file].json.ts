/** What Run loads: the files of one example, under a name that holds their fingerprint. */
export { GET, getStaticPaths } from '../../patterns/example-endpoint.ts';
