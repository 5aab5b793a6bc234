import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DyadState } from '../domain/dyad.ts';
import { channelId, dyadId, NOBODY, type PersonId, partnerId, personId } from '../domain/ids.ts';
import { NodError } from '../errors.ts';
import type { DyadRow, Store } from '../ports/store.ts';
import type { Schema } from './schema.ts';
import { upgradeFirst } from './upgrade-state.ts';

/** A secret nobody can guess: 256 bits. */
const SECRET_BYTES = 32;

/** Where nobody is from: people of every platform have a name there. */
export const NO_PLATFORM = '';

type Couples = Pick<Store, 'secret' | 'dyads' | 'dyadsOf' | 'invite'>;

/** Who belongs together, and what Nod remembers of them. */
export function couplesIn(db: Kysely<Schema>): Couples {
  return {
    secret: () => db.transaction().execute(secretOf),
    async dyads(platform) {
      const rows = await couples(db)
        .where(({ or, eb }) => or([eb('asker.platform', '=', platform), eb('asked.platform', '=', platform)]))
        .execute();
      return rows.map(readDyad);
    },
    async dyadsOf(platform, person) {
      const rows = await couples(db)
        .where(({ or, and, eb }) =>
          or([
            and([eb('asker.platform', '=', platform), eb('asker.person', '=', person)]),
            and([eb('asked.platform', '=', platform), eb('asked.person', '=', person)]),
          ]),
        )
        .execute();
      return rows.map(readDyad);
    },
    invite: (invitation) => db.transaction().execute((transaction) => addDyad(transaction, invitation)),
  };
}

/** Those of these couples that are there. */
export async function readCouples(db: Kysely<Schema>, ids: readonly number[]): Promise<readonly DyadRow[]> {
  if (ids.length === 0) return [];
  const rows = await couples(db).where('dyads.id', 'in', ids).execute();
  return rows.map(readDyad);
}

async function secretOf(transaction: Transaction<Schema>): Promise<string> {
  await transaction
    .insertInto('installation')
    .values({ one: 1, secret: randomBytes(SECRET_BYTES).toString('base64url') })
    .onConflict((conflict) => conflict.column('one').doNothing())
    .execute();
  const { secret } = await transaction.selectFrom('installation').select('secret').executeTakeFirstOrThrow();
  return secret;
}

function couples(db: Kysely<Schema>) {
  return db
    .selectFrom('dyads')
    .innerJoin('partners as asker', 'asker.id', 'dyads.asker')
    .innerJoin('partners as asked', 'asked.id', 'dyads.asked')
    .select([
      'dyads.id',
      'dyads.channel',
      'dyads.asked_at',
      'dyads.state',
      'asker.platform as asker_platform',
      'asked.platform as asked_platform',
      'asker.id as asker_id',
      'asker.person as asker_person',
      'asked.id as asked_id',
      'asked.person as asked_person',
    ])
    .orderBy('dyads.id');
}

type CoupleRow = Awaited<ReturnType<ReturnType<typeof couples>['executeTakeFirstOrThrow']>>;

function readDyad(row: CoupleRow): DyadRow {
  return {
    id: dyadId(row.id),
    platform: row.asker_platform || row.asked_platform,
    channel: channelId(row.channel),
    partners: [
      { id: partnerId(row.asker_id), person: readPerson(row.asker_platform, row.asker_person) },
      { id: partnerId(row.asked_id), person: readPerson(row.asked_platform, row.asked_person) },
    ],
    askedAt: row.asked_at,
    ...(row.state === null ? {} : { state: readState(row.state) }),
  };
}

function readPerson(platform: string, person: string): PersonId {
  return platform === NO_PLATFORM ? NOBODY : personId(person);
}

/** A state of a layout to come would be misread without a word. */
export function readState(text: string): DyadState {
  const state = JSON.parse(text) as DyadState | Parameters<typeof upgradeFirst>[0];
  if (state.version === 2) return state;
  if (state.version === 1) return upgradeFirst(state);
  throw new NodError(
    'DATABASE_NEWER',
    'A newer Nod has written this database.',
    'Start the newer Nod, or use another file.',
  );
}

async function addDyad(
  transaction: Transaction<Schema>,
  { platform, channel, by, to, at }: Parameters<Store['invite']>[0],
): Promise<DyadRow> {
  await transaction
    .insertInto('partners')
    .values([
      { platform, person: by },
      { platform, person: to },
    ])
    .onConflict((conflict) => conflict.columns(['platform', 'person']).doNothing())
    .execute();
  const partnerOf = async (person: string) =>
    transaction
      .selectFrom('partners')
      .select('id')
      .where('platform', '=', platform)
      .where('person', '=', person)
      .executeTakeFirstOrThrow();
  const { id } = await transaction
    .insertInto('dyads')
    .values({ asker: (await partnerOf(by)).id, asked: (await partnerOf(to)).id, channel, asked_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return readDyad(await couples(transaction).where('dyads.id', '=', id).executeTakeFirstOrThrow());
}
