/**
 * Slugs that would mean something else where they stand in a generated file. They are written in
 * kebab case, as slugs are: `current-user` stands for SQL's `current_user`, too.
 */
export const reservedWords: ReadonlySet<string> = new Set(
  [
    // YAML 1.1 and 1.2: booleans and nothing
    'y n yes no on off true false null',
    // SQL (ISO 9075-2 and what PostgreSQL reserves)
    `all analyse analyze and any array as asc asymmetric authorization between binary both by case
    cast check collate collation column concurrently constraint create cross current current-catalog
    current-date current-path current-role current-schema current-time current-timestamp
    current-user default deferrable delete desc distinct do drop else end except exists fetch for
    foreign freeze from full grant group having ilike in initially inner insert intersect interval
    into is isnull join key lateral leading left like limit localtime localtimestamp natural not
    notnull offset only or order outer overlaps placing primary public references returning right
    row rows schema select session-user set similar some symmetric system-user table tablesample
    then to trailing trigger union unique update user using values variadic verbose view when where
    window with`,
    // GraphQL (spec of October 2021): root types, scalars, words of its grammar
    `query mutation subscription schema type input enum interface scalar directive extend fragment
    implements repeatable string int float boolean id`,
    // Protocol Buffers (proto3)
    `syntax edition import weak public package option message service rpc returns stream oneof map
    reserved extensions optional required repeated double int32 int64 uint32 uint64 sint32 sint64
    fixed32 fixed64 sfixed32 sfixed64 bool bytes inf nan max`,
    // ECMAScript and TypeScript, also the names that every object has
    `abstract arguments async await break catch class const constructor continue debugger declare
    eval export extends finally function get if implements instanceof let module namespace new
    number object of package private protected prototype require return static super switch symbol
    this throw try typeof undefined unknown never var void while yield`,
    // Mermaid
    'graph subgraph flowchart click style linkstyle classdef direction participant actor loop alt opt par note state',
    // names of files that Windows keeps for itself, and of files that folders begin with
    `con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6
    lpt7 lpt8 lpt9 index readme`,
  ].flatMap((words) => words.split(/\s+/u)),
);
