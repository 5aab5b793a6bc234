import { NodError } from '../../errors.ts';

/** Runs it, and names its failure. */
export function naming<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw nameFailure(error, file);
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

function locked(file: string, cause?: unknown): NodError {
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
