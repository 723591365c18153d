/** Prints what a call gives, or how it fails. */
export function attempt(title, call) {
  try {
    console.log(title, call());
  } catch (error) {
    console.log(title, error.name, error.code, error.message);
  }
}

/** The same for a call that gives a promise. */
export async function attemptAsync(title, call) {
  try {
    console.log(title, await call());
  } catch (error) {
    console.log(title, error.name, error.code, error.message);
  }
}
