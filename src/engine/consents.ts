import type { LedgerEntry } from '../domain/consent.ts';
import type { DyadRow, Store } from '../ports/store.ts';
import { readLedger } from './ledger-lines.ts';
import type { NewPartner } from './new-dyad.ts';

/**
 * The two as they begin, when the last word of both ledgers is yes; `added` are lines that are about to be
 * saved. Before the second consent the ledgers are all there is.
 */
export async function bothConsented(
  store: Store,
  row: DyadRow,
  added: { readonly partner: NewPartner['id']; readonly entries: readonly LedgerEntry[] } | undefined = undefined,
): Promise<readonly [NewPartner, NewPartner] | undefined> {
  async function read({ id }: DyadRow['partners'][number]): Promise<NewPartner | undefined> {
    const entries = [...(await store.ledger(id)), ...(added?.partner === id ? added.entries : [])];
    const { listening, settings, consentedAt, terms } = readLedger(entries, row.id);
    return listening && consentedAt !== undefined ? { id, settings, consentedAt, terms } : undefined;
  }
  const [first, second] = [await read(row.partners[0]), await read(row.partners[1])];
  return first && second ? [first, second] : undefined;
}
