/** An index and how many searches it has served. */
export interface IndexLine {
  name: string;
  unique: boolean;
  keys: { name: string; direction: number | string }[];
  uses: number;
}

/** A collection as the console lists it. */
export interface CollectionLine {
  name: string;
  documents: number;
  indexes: IndexLine[];
}

/** A query that looked at many documents to find few. */
export interface WarningLine {
  collection: string;
  text: string;
  times: number;
}

/** All collections, and what the database warns of, latest first. */
export interface DatabaseAnswer {
  collections: CollectionLine[];
  warnings: WarningLine[];
}

/** What is searched for. `query` and `order` are texts as a person types them. */
export interface SearchRequest {
  collection: string;
  query?: string;
  order?: string;
  skip?: number;
  limit?: number;
}

/** A document as it is stored, readable: relaxed EJSON over several lines. */
export interface DocumentLine {
  /** The `_id` as EJSON: `"a"` and `{"$oid":"…"}` differ. */
  id: string;
  text: string;
  /** Changes with the document. */
  revision: string;
}

/** One page of what was found. */
export interface SearchAnswer {
  documents: DocumentLine[];
  /** Documents that match, over all pages. */
  total: number;
  tookMs: number;
}
