import { expect, test } from 'vitest';
import { caddyfile, netlifyHeaders, nginxConfig } from '../../../../scripts/headers/host-files.ts';
import { headersFor, type HeaderRule } from '../../../../scripts/headers-table.ts';

const rules: readonly HeaderRule[] = [
  { path: '/*', headers: { 'X-All': "none 'x'" } },
  { path: '/_astro/*', headers: { 'Cache-Control': 'immutable' } },
  { path: '/*', except: ['/open/*', '/own/*'], headers: { 'X-Closed': 'yes' } },
  { path: '/open/*', headers: { 'X-Open': 'yes' } },
  { path: '/own/*', headers: { 'X-Closed': 'to others' } },
];

test('Netlify reads a path and indented headers', () => {
  expect(netlifyHeaders(rules, [])).toContain(
    "/*\n  X-All: none 'x'\n\n/_astro/*\n  Cache-Control",
  );
});

test('what leaves a folder out is written for Netlify once for each of the others', () => {
  const written = netlifyHeaders(rules, ['/', '/404.html', '/a/', '/a/b/', '/open/x/', '/own/']);
  const closed = [...written.matchAll(/^(.+)\n  X-Closed: yes$/gm)].map(([, path]) => path);
  expect(closed).toEqual(['/', '/404.html', '/a/*']);
  expect(written).toContain('/open/*\n  X-Open: yes');
  expect(written).toContain('/own/*\n  X-Closed: to others');
});

test('nginx and Caddy leave a folder out, too', () => {
  const [, location = ''] = nginxConfig(rules).split('location /open/ {');
  expect(location.split('}')[0]).not.toContain('X-Closed');
  const [own = ''] = (nginxConfig(rules).split('location /own/ {')[1] ?? '').split('}');
  expect(own.match(/X-Closed/g)).toHaveLength(1);
  expect(nginxConfig(rules).split('location /_astro/ {')[1]).toContain('X-Closed');
  expect(caddyfile(rules)).toContain('\t@rule2 not path /open/* /own/*\n\theader @rule2 {\n\t\tX-Closed');
});

test('an nginx location repeats what holds everywhere', () => {
  const [, location = ''] = nginxConfig(rules).split('location /_astro/ {');
  expect(location).toContain('add_header X-All "none \'x\'" always;');
  expect(location).toContain('add_header Cache-Control "immutable" always;');
});

test('Caddy gets a block a rule', () => {
  expect(caddyfile(rules)).toContain('\theader /_astro/* {\n\t\tCache-Control "immutable"\n\t}');
});

test('a path gets the headers of every rule that matches', () => {
  expect(headersFor('/_astro/a.js', rules)).toEqual({
    'X-All': "none 'x'",
    'X-Closed': 'yes',
    'Cache-Control': 'immutable',
  });
  expect(headersFor('/a/', rules)).toEqual({ 'X-All': "none 'x'", 'X-Closed': 'yes' });
  expect(headersFor('/open/a/', rules)).toEqual({ 'X-All': "none 'x'", 'X-Open': 'yes' });
  expect(headersFor('/own/', rules)).toEqual({ 'X-All': "none 'x'", 'X-Closed': 'to others' });
});

test('one header from two rules is refused: hosts would join the values', () => {
  const twice = [...rules, { path: '/_astro/*', headers: { 'X-All': 'other' } }];
  expect(() => headersFor('/_astro/a.js', twice)).toThrow('Two header rules set X-All');
});
