import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'discord.js';
import { vi } from 'vitest';
import type { Platform } from '../../../src/ports/platform.ts';
import type { Store } from '../../../src/ports/store.ts';
import { databaseBytes } from '../../support/search-bytes.ts';
import { type Place, placeAt, placeOf, stringsIn } from './leaks.ts';
import { type RecordedUse, recordUses } from './recording.ts';
import { type Stage, type StageChoices, setStage } from './stage.ts';

/** What a test may plant between Nod and the recording, or behind it. */
export interface Planted extends NonNullable<StageChoices['around']> {
  /** A store that does more than it was asked to. */
  readonly behindStore?: (store: Store) => Store;
}

/** A stage of which every place is watched where words could come to rest. */
export interface WatchedStage extends Stage {
  /** The discord.js client that is at work. */
  readonly client: Client;
  /** Where the operating system keeps temporary files during the run. */
  readonly temporary: string;
  readonly uses: readonly RecordedUse[];
  /** All of them, as they are now. */
  places(): readonly Place[];
  /** What has come to each since this was last asked; of what changes within, all of it. `uses` begin anew. */
  added(): readonly Place[];
}

/** Built, recording, and not yet started. */
export async function setWatchedStage(
  choices: StageChoices & { readonly around?: Planted } = {},
): Promise<WatchedStage> {
  const { behindStore, store, platform, ...around } = choices.around ?? {};
  const uses: RecordedUse[] = [];
  const printed: string[] = [];
  const login = vi.spyOn(Client.prototype, 'login');
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  }
  const same = <Part>(part: Part) => part;
  const stage = await setStage({
    ...choices,
    around: {
      ...around,
      store: (real: Store) => (store ?? same)(recordUses((behindStore ?? same)(real), uses)),
      platform: (real: Platform) => (platform ?? same)(recordUses(real, uses)),
    },
  });
  const before = process.env['TMPDIR'];
  const temporary = mkdtempSync(join(tmpdir(), 'nod-temporary-'));
  process.env['TMPDIR'] = temporary;
  const client = () => login.mock.contexts.at(-1) as Client;

  function places(): readonly Place[] {
    const { discord, file, logFile } = stage;
    return [
      { name: 'database', bytes: databaseBytes(file) },
      placeAt('log', logFile),
      placeOf('printed', printed.join('')),
      placeOf('handed to the parts', uses),
      placeOf('sent to Discord', [discord.rest.map(({ body }) => body), discord.ops]),
      placeOf('caches of discord.js', stringsIn(client()).join('\n')),
      placeAt('temporary files', temporary),
    ];
  }

  const seen = { log: 0, printed: 0, rest: 0, ops: 0 };
  function added(): readonly Place[] {
    const { discord, file, logFile } = stage;
    const log = placeAt('log', logFile).bytes;
    const calls = discord.rest.slice(seen.rest);
    const isPrivate = ({ path }: { path: string }) => /^\/(?:interactions|webhooks)\//.test(path);
    const sent = [calls.filter((call) => !isPrivate(call)).map(({ body }) => body), discord.ops.slice(seen.ops)];
    const files = [...discord.world.files.values()].map((bytes) => Buffer.from(bytes).toString('latin1'));
    const places = [
      { name: 'database', bytes: databaseBytes(file) },
      { name: 'log', bytes: log.subarray(seen.log) },
      placeOf('printed', printed.slice(seen.printed).join('')),
      placeOf('handed to the parts', uses.splice(0)),
      placeOf('sent to Discord', sent),
      placeOf('answers to one person', [calls.filter(isPrivate).map(({ body }) => body), files]),
      placeOf('caches of discord.js', stringsIn(client()).join('\n')),
      placeAt('temporary files', temporary),
    ];
    Object.assign(seen, { log: log.length, printed: printed.length });
    Object.assign(seen, { rest: discord.rest.length, ops: discord.ops.length });
    return places;
  }

  const watched = {
    get client() {
      return client();
    },
    temporary,
    uses,
    places,
    added,
    async close() {
      await stage.close();
      vi.restoreAllMocks();
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      rmSync(temporary, { recursive: true });
    },
  };
  // The getters of both stay getters: Nod and its client change with every start.
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(stage), ...Object.getOwnPropertyDescriptors(watched) },
  ) as WatchedStage;
}
