import { AFFECTION_CUES } from './bids/affection.ts';
import { AFFECTION_TOUCH_CUES } from './bids/affection-touch.ts';
import { ATTENTION_CUES } from './bids/attention.ts';
import { GOOD_NEWS_CUES } from './bids/good-news.ts';
import { GOOD_NEWS_EVERYDAY_CUES } from './bids/good-news-everyday.ts';
import { GOOD_NEWS_WIN_CUES } from './bids/good-news-wins.ts';
import { GUARDEDNESS_CUES } from './bids/guardedness.ts';
import { INTEREST_CUES } from './bids/interest.ts';
import { PLAY_CUES } from './bids/play.ts';
import { REPAIR_CUES } from './bids/repair.ts';
import { REQUEST_CUES } from './bids/request.ts';
import { VULNERABILITY_CUES } from './bids/vulnerability.ts';
import { VULNERABILITY_EVENT_CUES } from './bids/vulnerability-events.ts';
import { VULNERABILITY_SHOWN_CUES } from './bids/vulnerability-shown.ts';
import type { Cue } from './cue.ts';
import { CONTEMPT_CUES } from './harshness/contempt.ts';
import { CRITICISM_CUES } from './harshness/criticism.ts';
import { DEFENSIVENESS_CUES } from './harshness/defensiveness.ts';
import { STONEWALLING_CUES } from './harshness/stonewalling.ts';
import { COERCION_CUES } from './risk/coercion.ts';
import { SELF_HARM_CUES } from './risk/self-harm.ts';
import { VIOLENCE_CUES } from './risk/violence.ts';
import { TENDER_CUES } from './tender/tender.ts';

/** Every cue Nod listens for, by what it speaks for; the cue reference in the docs is made from this table. */
export const CUES: readonly Cue[] = [
  ...REPAIR_CUES,
  ...VULNERABILITY_CUES,
  ...VULNERABILITY_SHOWN_CUES,
  ...VULNERABILITY_EVENT_CUES,
  ...GUARDEDNESS_CUES,
  ...GOOD_NEWS_CUES,
  ...GOOD_NEWS_EVERYDAY_CUES,
  ...GOOD_NEWS_WIN_CUES,
  ...AFFECTION_CUES,
  ...AFFECTION_TOUCH_CUES,
  ...REQUEST_CUES,
  ...INTEREST_CUES,
  ...ATTENTION_CUES,
  ...PLAY_CUES,
  ...CRITICISM_CUES,
  ...CONTEMPT_CUES,
  ...DEFENSIVENESS_CUES,
  ...STONEWALLING_CUES,
  ...SELF_HARM_CUES,
  ...VIOLENCE_CUES,
  ...COERCION_CUES,
  ...TENDER_CUES,
];

/** Those that go by how something was typed. */
export const TYPING_CUES: ReadonlySet<string> = new Set(
  CUES.filter(({ guarded }) => guarded === 'typing').map(({ id }) => id),
);
