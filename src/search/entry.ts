/** One capability or blueprint in the search index. Written once at build, read by every page that searches. */
export interface SearchEntry {
  readonly name: string;
  /** Where it is read: its page, or its place on the category's page. */
  readonly url: string;
  /** Short name of the category; “Blueprint” for one. */
  readonly category: string;
  readonly topics: readonly string[];
  /** What a person sees when they need this. */
  readonly symptoms: readonly string[];
  /** Only where the page is written. */
  readonly page?: PageFacts;
  /** Only of a blueprint. */
  readonly blueprint?: BlueprintFacts;
}

export interface BlueprintFacts {
  /** What somebody asks for, in one sentence. */
  readonly request: string;
  /** What it answers, in one sentence. */
  readonly description: string;
}

export interface PageFacts {
  readonly aliases: readonly string[];
  readonly metrics: readonly string[];
  readonly verdict: string;
  /** The numbers shown beside the first result. */
  readonly glance: readonly GlanceRow[];
}

export interface GlanceRow {
  readonly label: string;
  readonly value: string;
  readonly url?: string;
}

/** Where the index is, seen from any page. */
export const searchIndexPath = '/search-index.json';
