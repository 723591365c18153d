// An exit code that is set already stays.
process.exitCode = 5;
await new Promise(() => {});

export {};
