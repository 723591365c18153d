/** "order line" → "order-line": for ids in files, of letters, digits and dashes. */
export function kebab(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  return slug === '' ? 'unnamed' : slug;
}

/** "order-line" → "OrderLine": for types. */
export function pascal(text: string): string {
  return kebab(text)
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
