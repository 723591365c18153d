/** The labels of everything that belongs to one deployable. */
export function labelsOf(id: string): Readonly<Record<string, string>> {
  return { 'app.kubernetes.io/name': id, 'app.kubernetes.io/part-of': 'backend' };
}

/** The label by which its replicas are found. */
export function selectorOf(id: string): { readonly matchLabels: Readonly<Record<string, string>> } {
  return { matchLabels: { 'app.kubernetes.io/name': id } };
}
