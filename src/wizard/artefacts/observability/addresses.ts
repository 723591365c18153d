/** The host of a system of others, until a person writes its real one. */
export function addressOf(dependency: string): string {
  return `${dependency}.example.com`;
}
