/** The Node.js whose behavior the engine copies; a unit test holds it against the Node that builds. */
export const nodeVersion = 'v24.21.0';
