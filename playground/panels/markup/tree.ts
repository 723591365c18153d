/** A value of an attribute; `true` stands without a value, `undefined` and `false` not at all. */
export type AttributeValue = string | number | boolean | undefined;

/** An element with what is in it. */
export interface Twig {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly children: readonly Branch[];
}

/** A piece of a drawing or a table: an element, or a text. The build prints it, the page patches it in. */
export type Branch = Twig | string;

/** An element of HTML or SVG. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  ...children: readonly Branch[]
): Branch {
  return { tag: name, attributes, children };
}

/** What stands in the markup and in the DOM for an attribute; `undefined` where it is absent. */
export function attributeText(value: AttributeValue): string | undefined {
  if (value === undefined || value === false) return undefined;
  return value === true ? '' : String(value);
}
