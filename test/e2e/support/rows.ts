import Database from 'better-sqlite3';

/** Every row of every table of a closed database, by table. */
export function rowsIn(file: string): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
  const db = new Database(file, { readonly: true });
  const names = db
    .prepare<[], string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all();
  const rows = names.map((name) => [name, db.prepare(`select * from "${name}"`).all()] as const);
  db.close();
  return Object.fromEntries(rows) as ReturnType<typeof rowsIn>;
}
