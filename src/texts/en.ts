import { ask } from './english/ask.ts';
import { card } from './english/card.ts';
import { checkIn } from './english/check-in.ts';
import { common, options, summaries } from './english/common.ts';
import { consent } from './english/consent.ts';
import { demo } from './english/demo.ts';
import { firstLook } from './english/first-look.ts';
import { graduation } from './english/graduation.ts';
import { help, privacy } from './english/help.ts';
import { home } from './english/home.ts';
import { mirror } from './english/mirror.ts';
import { noticed } from './english/noticed.ts';
import { recap } from './english/recap.ts';
import { renewal } from './english/renewal.ts';
import { repair } from './english/repair.ts';
import { respond } from './english/respond.ts';
import { rights } from './english/rights.ts';
import { busy, leave, settings } from './english/settings.ts';
import { sign } from './english/sign.ts';
import { support } from './english/support.ts';
import { whisper } from './english/whisper.ts';
import { why } from './english/why.ts';

/** Every text a partner reads, in English; commands and cards hold no sentences of their own. */
export const texts = {
  common,
  summaries,
  options,
  consent,
  ask,
  repair,
  respond,
  noticed,
  demo,
  mirror,
  settings,
  sign,
  card,
  why,
  busy,
  leave,
  whisper,
  help,
  support,
  privacy,
  rights,
  renewal,
  recap,
  checkIn,
  firstLook,
  graduation,
  home,
} as const;
