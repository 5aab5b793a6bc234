import { ask } from './ask.ts';
import { card } from './card.ts';
import { checkIn } from './check-in.ts';
import { common, options, summaries } from './common.ts';
import { consent } from './consent.ts';
import { demo } from './demo.ts';
import { firstLook } from './first-look.ts';
import { graduation } from './graduation.ts';
import { help, privacy } from './help.ts';
import { hints } from './hints.ts';
import { home } from './home.ts';
import { ledger } from './ledger.ts';
import { mirror } from './mirror.ts';
import { noticed } from './noticed.ts';
import { recap } from './recap.ts';
import { refusals } from './refusals.ts';
import { renewal } from './renewal.ts';
import { repair } from './repair.ts';
import { respond } from './respond.ts';
import { rights } from './rights.ts';
import { busy, leave, settings } from './settings.ts';
import { sign } from './sign.ts';
import { support } from './support.ts';
import { times } from './times.ts';
import { whisper } from './whisper.ts';
import { why } from './why.ts';

/** Every text a partner reads, in English; commands and cards hold no sentences of their own. */
export const catalogue = {
  common,
  times,
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
  ledger,
  whisper,
  help,
  hints,
  support,
  privacy,
  rights,
  refusals,
  renewal,
  recap,
  checkIn,
  firstLook,
  graduation,
  home,
} as const;
