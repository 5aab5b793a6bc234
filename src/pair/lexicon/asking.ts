/** Ways to ask, to want to hear or see more, to plan and to do something about it. */
export const ASKING = {
  asksMore: `
    tell me|us everything|all|the|about|more|what|how|why|when|who|where / i need to? know|hear|details /
    want to? get|let it|rant|unload|process / rant away / vent away / vent to me / get it out / let it out /
    i want the|all|every / from the start|beginning / start from / whats that like / whats it like / how are things /
    hows it|your|that|he|she|everything|the / hows it feel / how does it|that / how did you|u|it|they|he|she /
    how do you|u mean|feel|know / what do you|u mean|need|want|think / what did you|u|they|he|she|it /
    what does it|that|he|she|they / whats happening / whats been / whats it|your|his|her|going / what else /
    who else / anything else / and you|u $ / how about you|u / what about you|u /
    did you|u cry|sleep|eat|enjoy|win|manage|say / when do you|u start|find|hear|leave|get|go / when is it /
    whens the|it|your / where is it / where was / where at $ / who with / what time / what happens / whats next /
    whats the plan|story|latest / then what / so what happened / what made|makes you|it|him|her / is everything /
    are things / do you feel|know|think|want / you want to? talk|vent|cry|rant|call / should i call|come /
    can i call|come|do|help|ask / may i ask / mind if i / doesnt sound|seem / you sure|certain $ /
    you dont|seem sound|seem / something happen* / did something / want company|a hug|me to /
    need anything|a hug|company|to talk /
    are you|u holding|coping|hanging|doing|feeling|up for|scared|worried|nervous|upset|excited|happy / tell me /
    i want to? hear|know|see / want to? hear|know|see / want to? talk / wanna talk / talk to me / talk about it /
    talk it through / do you want to? talk|vent|tell|say|share|call / if you want|wanna to? talk|say|share|vent /
    say more / whats going|up|wrong|happened|on|the matter / what happened / what did they|he|she|you say|do /
    what was|were it|the|that|he|she|they|you / what makes|made / what part / which part|bit|one / how are you /
    how you|ya doing|feeling|holding / how do you feel / how did it|that|you|they|he|she / how was / how come /
    how so / how bad|long|many|much / since when / like what / like how / what kind|sort / whats in|the|on|it /
    what do you need / what would help / what can i / can i do anything / anything i can / would it help /
    do you need / did anyone|they|he|she|something|it / was it|he|she|that|there / is it|that|there|he|she|this /
    are you ok|alright|sitting|safe|home|alone|hurt|crying / you ok|alright|good $ / you ok /
    who was|is|said|did|told / when did|was|is|do / where did|was|are|is / why do you think / what are they|you /
    what scares / what hurts / what do|did you / whats _ like / go on $ / ^ go on / im listening / im all ears /
    all ears / i can listen / keep going / and then / describe / explain / spill / details / walk me through /
    everything ok`,
  asksToShow: `
    pics or / pic or / need a pic|photo|picture / want a pic|photo|picture /
    send pics|pictures|proof|photos|it|over|link / share it|pics|the / show it / show off /
    let me look|see|hear|try|taste / put it on / facetime / ft me / selfie / can i see|hear|read|taste|try|come /
    read it to / read it out / play it / link $ / link please / where are the /
    send it|me|pic|pics|photo|photos|video|us|a / show me|us|it / ^ show $ / pics / pic $ / picture* $ / photo $ /
    photos / read me|it / read it / let me see|hear|read / gimme / i want to? see|hear|read|taste / want to? see /
    say it again / save me|one|some|a slice / hold it up / video call|it / on video /
    i need pics|photos|details|to see|to hear`,
  plans: `
    were celebrating / we celebrate / we must / we need to? celebrate|toast|go|mark / calls for / this calls /
    drinks on / dinner on / dinners on / first round / round is on / im buying|paying|cooking|baking|making /
    ill treat / treat you / take you out / taking you / go out / going out / out tonight / night out / date night /
    party time / party $ / popping / pop the / get the / well get|go|have|do|make|need / we could / we can /
    we'll celebrate / next weekend / when you get / when i get / tonight $ / deal $ / id love to / love to / im down /
    down $ / im free / im game / works for me / see you|u there|then|soon|tonight / pick a / name the / add to /
    lets / let us / we should / shall we / were getting|going|having|celebrating / we go|eat|drink|celebrate /
    we have to / dinner / drinks / pub $ / champagne / prosecco / bubbly / cake / pizza / takeaway / karaoke /
    celebrat* / on me / my treat / my shout / tonight we / this weekend / you pick / you choose / i pick /
    wherever you|u want / wherever you / what do we|you do|want / toast to / ill|im|i bring* /
    ill make|cook|bake|buy|book|get|order|drive|wear|pack|frame|tell|cut|measure|pick|do|take|hold|ring|call|save /
    im making|baking|buying|booking|cooking|getting|packing|telling|opening|framing|walking|ringing|calling|bringing|picking|driving|sending /
    booking / come here / come home / come over / come down / frame it / screenshot / im in $ / count me in /
    save the date / cannot wait / looking forward`,
  acts: `
    im on my|the way /
    ill drop|drive|swing|fetch|collect|grab|bring|order|pop|cancel|move|clear|take|skip|finish|text|message|speak|write|check|run you|draw|light|put /
    im cancelling|canceling|clearing|skipping|taking|finishing|ordering|bringing|coming /
    let me bring|order|pick|drive|hold|sit|feed|run / can i come|bring|get|call|take / want me to /
    should i come|call|bring|pick / shall i come|call|bring|pick /
    i can come|call|be|bring|drive|pick|take|cook|help|leave / ill be over|round|up|down|with|home|back / home early /
    early today / leave early / leaving early / be there|home|back|over in / be over / calling $ / ringing $ /
    hot chocolate / chocolate / ice cream / takeout / takeaway / your favourite / your favorite / bath ready /
    bed ready / movie and / cuddles / big hug / long hug / youre coming|eating|sleeping|staying with / come to mine /
    stay at mine / sleep at mine / all yours / phone is on / phones on / volume up /
    im coming|leaving|driving|calling|ringing|booking|outside|heading|packing|getting|making|bringing|picking|taking|on my|putting|holding /
    i come /
    ill come|be there|be home|be back|be right|bring|make|run|call|ring|pick|take|do|sit|hold|drive|stay|cook|get|put|cover|handle|sort|wait|leave|swap|phone|help|go /
    im gonna|going to? ring|call|come|hold|hug|make|bring|do|take|sit / on my way / omw / be there / be home /
    leaving now|office|work / call you|u / calling you / come home|here|over|round|down|to|meet|in / ill meet /
    meet you / pick you up / i got|have you|the|dinner / let me do|take|make|help|handle|come|call /
    we do it|this|that / well do|go|face|sort|figure|get|sit|come / together / give me _ min|minutes / in a minute /
    uber / kettle on / running you / a bath / dinner on / soup / tea / blanket / hold your hand / holding / with you`,
} as const;
