/** A column of an order. Its SQL is yours, never a caller's. */
export interface OrderColumn {
  /** Never null: row comparison answers null to null. */
  readonly sql: string;
  /** As text that loses nothing: no float, no JavaScript date. */
  readonly text: string;
}

/** An order of rows. Together its columns are unique. */
export interface Order {
  readonly name: string;
  /** Rises when its columns change: old cursors are refused. */
  readonly version: number;
  /** All in one direction, or `<` cannot say it. */
  readonly direction: 'ASC' | 'DESC';
  readonly columns: readonly OrderColumn[];
}

/** Beside which row a page begins. The row itself may be gone. */
export interface Place {
  readonly way: 'after' | 'before';
  /** The row's values, one for each column of the order. */
  readonly key: readonly string[];
}

export interface List {
  readonly from: string;
  readonly fields: string;
  /** With `$1` and so on for `values`. */
  readonly where: string;
  readonly values: readonly unknown[];
  readonly order: Order;
}

export interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * One page and one row more, which tells whether there is a
 * next. Needs an index on the columns of an equality in `where`
 * and then those of the order, in this order.
 */
export function keysetQuery(
  { from, fields, where, values, order }: List,
  size: number,
  place?: Place,
): Query {
  const sort = place?.way === 'before' ? flip(order) : order;
  const names = sort.columns.map(({ sql }) => sql);
  const texts = sort.columns.map(({ text }) => text);
  const key = place?.key ?? [];
  const marks = key.map((_, at) => `$${values.length + at + 1}`);
  const than = sort.direction === 'DESC' ? '<' : '>';
  const beyond = `(${names.join(', ')}) ${than} (${marks.join(', ')})`;
  const by = names.map((name) => `${name} ${sort.direction}`);
  return {
    text: [
      `SELECT ${fields}, ARRAY[${texts.join(', ')}] AS key`,
      `FROM ${from}`,
      `WHERE ${where}${place ? ` AND ${beyond}` : ''}`,
      `ORDER BY ${by.join(', ')}`,
      `LIMIT ${size + 1}`,
    ].join('\n'),
    values: [...values, ...key],
  };
}

function flip(order: Order): Order {
  const direction = order.direction === 'ASC' ? 'DESC' : 'ASC';
  return { ...order, direction };
}

export interface Keyed {
  readonly key: readonly string[];
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: Place;
  readonly previous?: Place;
}

/** @param found what `keysetQuery` found */
export function pageOf<Row extends Keyed>(
  found: readonly Row[],
  size: number,
  place?: Place,
): Page<Row> {
  const back = place?.way === 'before';
  const more = found.length > size;
  const kept = found.slice(0, size);
  const rows = back ? kept.toReversed() : kept;
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return { rows };
  // Where a page was left behind, it may have gone since: then
  // its link leads to an empty page, which is an answer too.
  const hasNext = back || more;
  const hasPrevious = back ? more : place !== undefined;
  return {
    rows,
    ...(hasNext && { next: { way: 'after', key: last.key } }),
    ...(hasPrevious && {
      previous: { way: 'before', key: first.key },
    }),
  };
}
