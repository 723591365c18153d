/** What a story tells of an error: its message. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
