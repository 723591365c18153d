/**
 * The baseline: what the client wrote becomes text of the
 * statement, after a search and replace of operators.
 */
export function pasted(tenant: number, query: string): string {
  const given = new URLSearchParams(query);
  const filter = given.get('filter');
  const q = given.get('q');
  const sort = given.get('sort') ?? '-placed_at';
  const where = [
    `tenant_id = ${tenant}`,
    ...(filter === null ? [] : [translated(filter)]),
    ...(q === null ? [] : [`note ILIKE '%${q}%'`]),
  ];
  return (
    `SELECT * FROM orders WHERE ${where.join(' AND ')} ` +
    `ORDER BY ${sort.replace(/^-(\w+)/, '$1 DESC')} ` +
    `LIMIT ${given.get('limit') ?? 20} ` +
    `OFFSET ${given.get('offset') ?? 0}`
  );
}

const signs = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' };

function translated(filter: string): string {
  return filter
    .replaceAll(/startswith\((\w+),'(.*?)'\)/g, "$1 LIKE '$2%'")
    .replaceAll(
      / (eq|gt|ge|lt|le) /g,
      (_, name: keyof typeof signs) => ` ${signs[name]} `,
    );
}
