/** Handlers that answer the page's request in bad faith: `r` is the answer. */
export interface ServerAttack {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  /** What the page may see of it: a status, or the code of a refusal. */
  readonly seen: readonly (number | string)[];
}

export const serverAttacks: readonly ServerAttack[] = [
  {
    id: 'crlf',
    title: 'a header that carries another one',
    code: `r.setHeader('x', 'a\\r\\nset-cookie: a=1'); r.end('x');`,
    seen: ['run-over'],
  },
  {
    id: 'crlf-raw',
    title: 'bytes of its own in place of an answer',
    code: `r.socket.end('HTTP/1.1 200 OK\\r\\nx: \\u0000\\r\\n\\r\\n');`,
    seen: ['no-answer'],
  },
  {
    id: 'huge-body',
    title: 'a body of 50 MB',
    code: `r.end('x'.repeat(5e7));`,
    seen: ['no-answer', 'run-over'],
  },
  {
    id: 'endless-body',
    title: 'a body without end',
    code: `const more = () => { while (r.write('x'.repeat(10_000))); r.once('drain', more); }; more();`,
    seen: ['no-answer', 'run-over'],
  },
  { id: 'silence', title: 'no answer at all', code: ``, seen: ['TimeoutError'] },
  { id: 'loop', title: 'a loop without end', code: `for (;;);`, seen: ['run-over'] },
  {
    id: 'status',
    title: 'a status out of range',
    code: `r.statusCode = 99_999; r.end();`,
    seen: ['run-over'],
  },
  {
    id: 'many-headers',
    title: 'a thousand headers',
    code: `for (let i = 0; i < 1000; i++) r.setHeader('x' + i, 'y'); r.end();`,
    seen: ['no-answer', 'run-over'],
  },
  {
    id: 'prototype-headers',
    title: 'headers named __proto__ and constructor',
    code: `r.setHeader('__proto__', 'polluted'); r.setHeader('constructor', 'y'); r.end('k');`,
    seen: [200],
  },
  { id: 'twice', title: 'two answers', code: `r.end('a'); r.end('b');`, seen: ['run-over'] },
  {
    id: 'markup',
    title: 'a page with a script',
    code: `r.setHeader('content-type', 'text/html'); r.end('<script>top.pwned = 1</script>');`,
    seen: [200],
  },
  {
    id: 'redirect',
    title: 'a redirect to another origin',
    code: `r.writeHead(302, { location: 'EVIL/redirect' }); r.end();`,
    seen: [302],
  },
  {
    id: 'cookies',
    title: 'a cookie for the page',
    code: `r.setHeader('set-cookie', 'stolen=1'); r.end();`,
    seen: [200],
  },
];
