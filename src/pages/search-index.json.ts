/** The catalogue as the search box reads it: fetched on the first focus, never before. */
import { buildIndex } from '../search/build-index.ts';

export function GET(): Response {
  return Response.json(buildIndex());
}
