/**
 * The small and the commonest words of Tagalog, in small letters, apostrophes dropped, as couples mix them into English:
 * two in three of the corpus's lines in another language hang together by these (ADR 38). By them `language.ts` sees that
 * Nod has learned to read such a line. Any other language can have such a list once its lines are learned from and read as
 * well.
 */
export const TAGLISH: ReadonlySet<string> = new Set(
  `ang ng mga si ni kay sa na pa ba po opo oo di hindi wag huwag wala walang may mayroon meron
  ako akin akong ikaw ka ko mo kita kayo kami tayo sila siya sya niya nya niyo nyo nila namin natin sakin sayo
  ito iyon yun yung ung yan dito dyan diyan doon nandito nasa
  ano anong sino bakit kailan paano saan kung kasi kaya pero tapos para parang pag kahit habang nung nang ay din rin daw raw
  nga naman lang muna ulit lagi talaga pala sana baka siguro naku nako huy hoy uy hala grabe sige tara
  nag mag naka pwede gusto ayoko ayaw kailangan
  kanina mamaya bukas kahapon ngayon kagabi isa isang lahat buong bagong mahal`.split(/\s+/),
);
