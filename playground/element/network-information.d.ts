/** Network Information API; Chromium only, so it may be missing. */
interface Navigator {
  readonly connection?: { readonly saveData?: boolean };
}
