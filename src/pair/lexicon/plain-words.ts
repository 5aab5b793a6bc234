/** Words too plain to tie a reply to a bid: grammar, fillers and what fits every chat. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but so if then than as at by for from in into of off on onto out over to up with without about after again all also am an any are arent
  be because been before being both can cannot could couldnt did didnt do does doesnt doing done dont down each even ever every few get gets getting go goes going gone
  got had has hasnt have havent having he hed hes her here heres hers herself hey hi him himself his how hows i id ill im in is isnt it its itself ive just
  know knew let lets like lol lot lots made make makes making many may maybe me mean might mine more most much must my myself need never no nah nope not nothing now
  oh ok one ones only other our ours own people please put quite rather really right said same saw say saying says see seen she shes should shouldnt since so some someone something
  still stuff such sure take taken tell than thank thanks that thats the their theirs them themselves then there theres these they theyre theyve thing things think this those though thought
  through till to too took try two un under until upon us very want wanted wants was wasnt way we well went were weve what whats when where which while who whos whole whose why will with wont
  would wouldnt yeah yes yet you youd youll your youre yours yourself youve ha haha hmm hm mhm k ah aw aww omg god wow wait back come came coming day days time today tonight tomorrow yesterday
  morning night week weeks year years month months hour hours minute minutes min mins first last next new old big little bit good great nice bad better best love babe baby
  hun hon honey darling dear mate man feel feels feeling felt always already ago around away actually anyway kinda sorta finally probably guess sorry
  dad mom friend friends guy home house work give gave given keep keeps kept looking look looks`.split(/\s+/),
);
