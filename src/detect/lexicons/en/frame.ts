/**
 * The small and the commonest words of English, in small letters, apostrophes dropped: by them `language.ts` sees that
 * an English sentence only has words of another language in it. Left out on purpose is what other languages write
 * alike ("in", "so", "was", "me", "to", "he") or have borrowed ("sorry", "okay", "babe", "job", "call", "miss"). Text-speak
 * has small words of its own; "u", "wil", "wer", "dis" and the like are words of other languages too.
 */
export const FRAME: ReadonlySet<string> = new Set(
  `the this that these those there and but because though than then if of with without from for about into onto
  after before until while by
  you your yours youre youve youll youd my mine myself we were weve well our ours us it its itself
  she shes her hers his him hes they theyre them their theirs
  im ive ill id isnt arent wasnt werent dont doesnt didnt cant couldnt wont wouldnt shouldnt havent hasnt hadnt aint
  thats whats whos hows theres heres lets gonna wanna gotta
  are been being have has had having does did doing done would could should shall might
  what who whose which when where why how
  not never ever always just only still really very too also again already yet maybe almost
  some any every each both other another something anything nothing everything someone anyone everyone
  much many more most less few little enough
  one two first last next new old own same
  get gets got getting give gives gave make makes made making take takes took going goes gone went come comes came
  coming know knows knew think thinks thought want wants wanted need needs needed feel feels feeling felt like likes
  liked love loves loved look looks looking looked see seen saw say says said tell told ask asked talk
  hear heard called try tried keep kept let leave left put find found eat eating ate sleep slept work working
  buy bought bring brought help hope hoping wait waiting watch
  today tonight tomorrow yesterday morning night week weekend day days time hour hours year years
  home house people thing things way back out up down off away here now later soon
  good better best great happy sad tired hungry little big hard right wrong sure long thank thanks please yes yeah
  ur rn bc cuz coz tho thru tmrw tmr pls plz thx tnx ty omw idk soz sry
  dnt cnt nt bt wot wud cud cudnt shud dint hv nw abt frm tht wht whch evn lst nxt gd gud gt bk wz nyt
  hw jst luv doin comin goin stayin sleepin missin havin nothin tld thm wrk lemme
  cba gtg wey dey abeg wetin`.split(/\s+/),
);
