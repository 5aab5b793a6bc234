import { personId } from '../src/domain/ids.ts';
import { DAY, type Instant, MINUTE } from '../src/domain/time.ts';
import { answer, comeBack, isSettled } from './answering.ts';
import type { Told } from './chronicle.ts';
import type { GrowingBid, Life } from './life.ts';
import { nextFree } from './presence.ts';

/** What people do with a whisper: open it or not, act on it or not, say that it helped or that they had talked. */

/** Every message of Nod's is deleted after its day. */
const CARD_LIVES = DAY;
const SAYS_THAT_THEY_TALKED = 0.7;
const SAYS_NOT_THIS = 0.4;
const SAYS_IT_HELPED = 0.3;

interface Minded {
  readonly told: Told;
  readonly seq: number;
  readonly bid: GrowingBid | undefined;
}

export function mind(life: Life, told: Told, seq: number): void {
  const { to, at, about } = told.nudge;
  const { fate, couple } = life;
  life.agenda.put(at + CARD_LIVES, () => life.nod.change(to, { do: 'nudge-over', seq }, life.now));
  if (!fate.happens(couple[to].opens)) return;
  const looksAt = nextFree(life, to, at + fate.between(1, 45) * MINUTE);
  if (looksAt === undefined || looksAt >= at + CARD_LIVES) return;
  const bid = life.truth.bids.find(({ messages }) => messages.includes(about));
  life.agenda.put(looksAt, () => open(life, { told, seq, bid }));
}

function open(life: Life, minded: Minded): void {
  const { told, seq, bid } = minded;
  const { to } = told.nudge;
  if (told.takenBackAt !== undefined) return; // it says that all is done
  told.openedAt = life.now;
  life.nod.change(to, { do: 'nudge-opened', seq }, life.now);
  life.nod.hear({ type: 'interaction', at: life.now, by: personId(to) });
  if (!bid) {
    if (life.fate.happens(SAYS_NOT_THIS)) life.nod.change(to, { do: 'not-this', seq }, life.now);
    return;
  }
  if (bid.acts.some(({ aloud }) => aloud)) {
    if (life.fate.happens(SAYS_THAT_THEY_TALKED)) life.nod.change(to, { do: 'talked', seq }, life.now);
    return;
  }
  if (life.fate.happens(life.couple[to].heeds)) heed(life, minded, life.now + life.fate.between(0.5, 6) * MINUTE);
}

function heed(life: Life, { told, seq, bid }: Minded, at: Instant): void {
  const { to, reason } = told.nudge;
  if (!bid) return;
  life.habits[to] += 1;
  if (life.fate.happens(SAYS_IT_HELPED)) life.nod.change(to, { do: 'helpful', seq }, life.now);
  life.agenda.put(at, () => {
    if (reason === 'passed-over' || reason === 'silence') answer(life, bid, { prompted: true });
    else if (isSettled(bid) || reason === 'promise') comeBack(life, bid, { prompted: true });
  });
}
