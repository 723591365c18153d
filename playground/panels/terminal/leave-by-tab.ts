/**
 * A terminal takes Tab for itself. After Escape it lets the next Tab through, so that a reader
 * without a mouse can go on.
 *
 * @returns a handler that says whether the terminal may have a key
 */
export function leaveByTab(): (event: KeyboardEvent) => boolean {
  let escaped = false;
  return ({ type, key }) => {
    if (type !== 'keydown' || key === 'Shift') return true;
    const leaves = escaped && key === 'Tab';
    escaped = key === 'Escape';
    return !leaves;
  };
}
