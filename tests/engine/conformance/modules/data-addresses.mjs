import six from 'data:text/javascript,export default 6';

const load = async (address) => {
  try {
    console.log(await import(address));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};

console.log(six);
await load(`data:text/javascript;base64,${btoa('export default 7')}`);
await load('data:text/javascript,export default 5');
await load('data:text/javascript,import path from "node:path"; export default path.sep');
await load('data:text/javascript,import "./a.mjs"');
await load('data:text/javascript,import "unheard-of"');
await load('data:text/plain,hello');
