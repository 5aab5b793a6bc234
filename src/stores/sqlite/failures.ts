import { NodError } from '../../errors.ts';

/** Runs it, and names its failure. */
export function naming<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw nameFailure(error, file);
  }
}

/** Runs what touches the file without SQLite; whatever fails there, the host looks at folder, rights and disk. */
export function onDisk<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** What SQLite calls a failure, as far as a host can do something about it; other codes are bugs. */
function nameFailure(error: unknown, file: string): unknown {
  const code = codeIn(error);
  if (code === undefined) return error;
  if (code === 'ERR_DLOPEN_FAILED') return otherNode(error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return locked(file, error);
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)) return corrupt(file, error);
  if (/^SQLITE_(CANTOPEN|PERM|READONLY|IOERR|FULL|AUTH)/.test(code)) return unreadable(file, error);
  return error;
}

function codeIn(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The driver is bound to the Node it was installed with. */
function otherNode(cause: unknown): NodError {
  return new NodError(
    'DATABASE_DRIVER',
    'The database driver was built for another version of Node.',
    'Run `npm ci` again with the Node you use now.',
    { cause },
  );
}

export function locked(file: string, cause?: unknown): NodError {
  return new NodError(
    'DATABASE_LOCKED',
    `Another Nod is already using ${file}.`,
    'Stop the other one first, or give this one a database of its own.',
    { cause },
  );
}

export function corrupt(file: string, cause?: unknown): NodError {
  return new NodError(
    'DATABASE_CORRUPT',
    `${file} is damaged or is no database.`,
    'Keep a copy of it, then restore a backup, or move it away to begin anew.',
    { cause },
  );
}

/** The file has whole pages but not SQLite's beginning, and there is no key to try. */
export function needsKey(file: string, cause?: unknown): NodError {
  return new NodError(
    'DATABASE_ENCRYPTED',
    `${file} is encrypted, and NOD_DB_KEY is not set.`,
    'Put its key behind NOD_DB_KEY= in .env; without the key nobody can open it.',
    { cause },
  );
}

/** A damaged first page looks the same: that only the right key makes sense of it is the point of encrypting. */
export function wrongKey(file: string, cause?: unknown): NodError {
  return new NodError(
    'DATABASE_KEY_WRONG',
    `NOD_DB_KEY does not open ${file}: it is not its key, or the file is damaged at its beginning.`,
    'Put the right key into .env, or restore a backup whose key you have; a lost key cannot be replaced.',
    { cause },
  );
}

export function keyForPlain(file: string, cause?: unknown): NodError {
  return new NodError(
    'DATABASE_NOT_ENCRYPTED',
    `${file} is not encrypted, though NOD_DB_KEY is set.`,
    'Run `npx nod rekey` to encrypt it, or take NOD_DB_KEY out of .env to go on without.',
    { cause },
  );
}

export function newer(file: string): NodError {
  return new NodError(
    'DATABASE_NEWER',
    `${file} was written by a newer Nod than this one; nothing was changed.`,
    'Install the newer version again, or restore the backup you made before it.',
  );
}

export function foreign(file: string): NodError {
  return new NodError(
    'DATABASE_UNREADABLE',
    `${file} is the database of another program; Nod has not changed it.`,
    'Give Nod a file of its own.',
  );
}

export function unreadable(file: string, cause?: unknown): NodError {
  return new NodError(
    'DATABASE_UNREADABLE',
    `${file} could not be read or written.`,
    'Check that it is a file in a folder where Nod may write, and that the disk is not full.',
    { cause },
  );
}
