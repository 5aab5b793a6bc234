import { openCouple, type Stage } from './runner-stage.ts';

/** A couple, and what happens while the row of a whisper that is about to be posted is being saved; to be set once it matters. */
export async function openWhileSaving(): Promise<{ readonly stage: Stage; meanwhile: () => Promise<void> }> {
  const saving = { meanwhile: async () => {} };
  const stage = await openCouple({
    store: (store) => ({
      ...store,
      async commit(batch) {
        if (batch.outbox.some(({ status }) => status === 'sending')) await saving.meanwhile();
        await store.commit(batch);
      },
    }),
  });
  return Object.assign(saving, { stage });
}
