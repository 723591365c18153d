/** The words of a slug or of a name in camel case, in lower case: "order-line" → order, line. */
function wordsOf(name: string): readonly string[] {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  const [first = 'x'] = words;
  // No language lets a name begin with a digit.
  return /^\d/u.test(first) ? ['n', ...words] : words;
}

/** As in "OrderLine". */
export function pascal(name: string): string {
  return wordsOf(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** As in "orderLine". */
export function camel(name: string): string {
  const text = pascal(name);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** As in "order_line". */
export function snake(name: string): string {
  return wordsOf(name).join('_');
}

/** As in "ORDER_LINE". */
export function constant(name: string): string {
  return snake(name).toUpperCase();
}

/** As in "order line". */
export function spoken(name: string): string {
  return name.replaceAll('-', ' ');
}
