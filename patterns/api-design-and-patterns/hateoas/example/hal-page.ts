export const HAL_FORMS = 'application/prs.hal-forms+json';
/** The same without forms: HAL-FORMS has at least one. */
export const HAL = 'application/hal+json';

/** One blank of a form. */
export interface Field {
  readonly name: string;
  /** What may be filled in; empty where anything may. */
  readonly options: readonly string[];
}

/** A form: what to send where, for one thing to happen. */
export interface Control {
  /** In full and in lower case, so that it can be compared. */
  readonly rel: string;
  readonly title: string;
  readonly method: string;
  readonly target: string;
  readonly fields: readonly Field[];
}

/** Data, and what may be done next. */
export interface Page {
  readonly url: URL;
  readonly data: Record<string, unknown>;
  /** Relation → address, or a template of one. */
  readonly links: ReadonlyMap<string, string>;
  readonly controls: readonly Control[];
}

type Json = Record<string, unknown>;

/** @throws {TypeError} where it is no HAL-FORMS */
export function pageOf({
  url,
  body,
}: {
  readonly url: URL;
  readonly body: unknown;
}): Page {
  const { _links, _templates, ...data } = objectOf(body);
  const links = objectOf(_links ?? {});
  const fullName = namesOf(links);
  const targets = Object.entries(links)
    .filter(([rel]) => rel !== 'curies')
    .map(([rel, link]) => [fullName(rel), hrefOf(link)] as const);
  const self = new Map(targets).get('self') ?? '';
  const controls = Object.entries(objectOf(_templates ?? {})).map(
    ([rel, template]) =>
      controlOf(fullName(rel), objectOf(template), self),
  );
  return { url, data, links: new Map(targets), controls };
}

/** Without a `target` a form goes to the page it is on. */
function controlOf(
  rel: string,
  { title, method, target, properties }: Json,
  self: string,
): Control {
  return {
    rel,
    title: typeof title === 'string' ? title : rel,
    method: typeof method === 'string' ? method : 'GET',
    target: typeof target === 'string' ? target : self,
    fields: listOf(properties).map((property) => {
      const { name, options } = objectOf(property);
      const { inline } = objectOf(options ?? {});
      return {
        name: `${name}`,
        options: listOf(inline).map(String),
      };
    }),
  };
}

/**
 * A relation is a registered word or the URI of whoever made it
 * up (RFC 8288, 2.1). HAL writes the URI short: `shop:pay`.
 */
function namesOf(links: Json): (rel: string) => string {
  const prefixes = new Map(
    listOf(links['curies']).map((one) => {
      const { name, href } = objectOf(one);
      return [`${name}`, `${href}`] as const;
    }),
  );
  return (rel) => {
    const [prefix = '', ...rest] = rel.split(':');
    const template = prefixes.get(prefix);
    const name = rest.join(':');
    const full = template ? expand(template, { rel: name }) : rel;
    return full.toLowerCase();
  };
}

/**
 * RFC 6570, level 1: each `{name}` becomes its value.
 * @throws {TypeError} for a variable or an operator not known
 */
export function expand(
  template: string,
  variables: Readonly<Record<string, string>>,
): string {
  return template.replaceAll(
    /\{([^}]*)\}/g,
    (_, name: string) => {
      // The server names the variable: none of Object's own.
      const value = Object.hasOwn(variables, name)
        ? variables[name]
        : undefined;
      if (value === undefined)
        throw new TypeError(`no {${name}}`);
      return encodeURIComponent(value).replaceAll(
        /[!'()*]/g,
        (one) =>
          `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
      );
    },
  );
}

function hrefOf(link: unknown): string {
  const { href } = objectOf(Array.isArray(link) ? link[0] : link);
  if (typeof href === 'string') return href;
  throw new TypeError('a link without an address');
}

function objectOf(value: unknown): Json {
  const fits = typeof value === 'object' && value !== null;
  if (fits && !Array.isArray(value)) return value as Json;
  throw new TypeError('not HAL-FORMS');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
