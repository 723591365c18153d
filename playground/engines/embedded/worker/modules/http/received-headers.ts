/** Headers as a program sees them: names in lower case, one value a name, but for cookies set. */
export type HeaderValues = Record<string, string | string[]>;
export type DistinctValues = Record<string, string[]>;

/** Of these only the first counts. */
const single = new Set(
  `age authorization content-length content-type etag expires from host if-modified-since
  if-unmodified-since last-modified location max-forwards proxy-authorization referer retry-after
  server user-agent`.split(/\s+/),
);

/** Adds one header that was received, as Node joins those of the same name. */
export function addHeader(
  headers: HeaderValues,
  rawName: string,
  value: string,
  joinAll: boolean,
): void {
  const name = rawName.toLowerCase();
  const known = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (name === 'set-cookie') {
    if (Array.isArray(known)) known.push(value);
    else headers[name] = [value];
  } else if (known === undefined) {
    headers[name] = value;
  } else if (joinAll || !single.has(name)) {
    headers[name] = `${String(known)}${name === 'cookie' ? '; ' : ', '}${value}`;
  }
}

/** Adds one header to those that keep each value apart. */
export function addDistinct(headers: DistinctValues, rawName: string, value: string): void {
  (headers[rawName.toLowerCase()] ??= []).push(value);
}
