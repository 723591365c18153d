// Each run begins with an empty database; two in one program know nothing of each other.
import { PGlite } from '@electric-sql/pglite';

const one = await PGlite.create();
const other = await PGlite.create('memory://');
await one.exec('CREATE TABLE notes (text text)');
await one.query('INSERT INTO notes VALUES ($1)', ['only here']);
console.log((await one.query('SELECT * FROM notes')).rows);
await other.query('SELECT * FROM notes').catch((error: Error) => console.log(error.message));
console.log((await one.query('SELECT version() LIKE $1 AS is_postgres', ['PostgreSQL %'])).rows);
await one.close();
await other.close();
