import { ask } from './english/ask.ts';
import { common, options, summaries } from './english/common.ts';
import { consent } from './english/consent.ts';
import { data } from './english/data.ts';
import { demo } from './english/demo.ts';
import { help, privacy } from './english/help.ts';
import { mirror } from './english/mirror.ts';
import { renewal } from './english/renewal.ts';
import { repair } from './english/repair.ts';
import { busy, leave, settings } from './english/settings.ts';
import { sign } from './english/sign.ts';
import { support } from './english/support.ts';
import { whisper } from './english/whisper.ts';

/** Every text a partner reads, in English; commands and cards hold no sentences of their own. */
export const texts = {
  common,
  summaries,
  options,
  consent,
  ask,
  repair,
  demo,
  mirror,
  settings,
  sign,
  busy,
  leave,
  whisper,
  help,
  support,
  privacy,
  data,
  renewal,
} as const;
