/** Makes a function that warns at its first call. */
export function deprecation(message: string, code: string): () => void {
  let warned = false;
  return () => {
    if (!warned) process.emitWarning(message, 'DeprecationWarning', code);
    warned = true;
  };
}
