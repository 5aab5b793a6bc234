/** What passes a bid by: bare tokens, a change of subject, the household's small change. */
export const SHIFT = {
  token: `
    ^ oh right $ / ^ oh cool $ / ^ oh well $ / ^ sure ok $ / ^ ok sure $ / ^ ok nice $ / ^ yeah ok $ / ^ yeah sure $ /
    ^ yeah well $ / ^ ye $ / ^ yup $ / ^ ok lah $ / ^ that sucks ok $ / ^ interesting $ / ^ ok $ / ^ oh $ /
    ^ right $ / ^ sure $ / ^ fine $ / ^ alright $ / ^ ah $ / ^ yeah $ / ^ yh $ / ^ cool $ / ^ i see $ / ^ ok cool $ /
    ^ ok good $ / ^ ok then $ / ^ ah ok $ / ^ lol $ / ^ lol ok $ / ^ ok lol $ / ^ fair $ / ^ got it $ /
    ^ understood $ / ^ bummer $`,
  coldToken: `
    ^ k $ / ^ ok k $ / ^ hm $ / ^ hmm $ / ^ mhm $ / ^ mm $ / ^ mm hm $ / ^ uh huh $ / ^ noted $ / ^ hm k $ / ^ aha $ /
    ^ k then $ / ^ k cool $ / ^ kk $ / ^ ok noted $ / ^ mhmm $ / ^ mmm $ / ^ mkay $ / ^ roger $ / ^ copy $ / ^ ack $ /
    ^ huh $ / ^ ok and $ / ^ so $ / ^ eh $ / ^ meh $ / ^ bye $ / ^ ok bye $ / ^ ttyl $ / ^ ok ttyl $ / ^ later $ /
    ^ brb $ / ^ gtg $ / ^ gn $ / ^ thats life $ / ^ happens $ / ^ it happens $ / ^ shame $ / ^ unlucky $ / ^ oh ok $`,
  shifts: `
    my _ is|was|has|s been? worse|awful|killing|broken|dead|hurting|sore|late / so the guy / in other news /
    meanwhile / so today i / worse here / worse for / mine is|was|got|wont|never|even|still /
    i got|had nothing|one|mine|worse / wait till you hear mine / i had it worse / what about me / no one asks me /
    so anyway / ok anyway / cool anyway / ok so / cool so / nice so / so my|i / also can|did|do|i|the|my|we|what /
    bytheway / on a different / different topic / different note / totally unrelated / side note / quick q /
    one more thing / need to tell you something else / forgot to|mention|tell / i forgot to / remembered /
    just remembered / oh yeah did|do|can|the|i|we|what / do we have|need / are we still|out of|going|doing /
    whats on|for|in / what are we|you having|doing|eating|watching|wearing / whats for / whens / hows the weather /
    guess who|what|where / you wont believe / wait till you hear|see /
    i just saw|got|found|bought|finished|ate|woke|had|watched|realised|realized /
    just got|had|saw|bought|ate|woke|finished /
    im going|off|heading|gonna|watching|eating|making|playing|getting ready / heading to|out|home / off to /
    gonna sleep|eat|shower|watch|nap|go / time for bed|lunch|dinner / bedtime / new episode /
    the game|match|show|series / anyway / anyways / anyhow / btw / by the way / speaking of / on another note /
    unrelated / oh and / random but / quick question / real quick / before i forget / while i remember / remind me /
    change the subject / moving on / next topic / can we talk about something /
    did you see|watch|hear|read the|that|my|what|this|about / have you seen|got|called|paid|booked / look at this /
    check this / guess what / me i|im / same but / im starving|hungry / worse for me / you think thats /
    you should hear|see mine|my / that reminds me / i gotta|need to? go / going to? shower|bed|sleep / gtg /
    gotta go / brb / headache`,
  chore: `
    hoovering / sponge / detergent / cupboard / sink / toilet / bathroom / kitchen / shelf / light bulb / bulb /
    thermostat / internet / router / netflix / hulu / password / code / pin / address / tickets / booking / hotel /
    flights / passport / luggage / suitcase / babysitter / nursery / daycare / lunchbox / uniform / vet / dog food /
    cat food / feed the / litter / walk the / fed the / landlord / council / tax return / invoice / atm / cash /
    money / transfer / deposit / voucher / coupon / amazon / ikea / tesco / lidl / aldi / costco / walmart /
    supermarket / store / shop / recipe / pasta / rice / chicken / potatoes / salad / coffee / beer / wine / pizza /
    takeout / leftovers / plates / cups / mug / towel / sheets / bed sheets / socks / shirt / jumper / coat /
    umbrella / glasses / wallet / purse / headphones / laptop / cable / printer / tv / playstation / xbox / raid /
    season / league / football / f1 / tyre / tyres / oil / mot / garage / bill / bills / laundry / dishes /
    dishwasher / bin / bins / recycling / rubbish / trash / milk / bread / eggs / onions / groceries / shopping /
    washing / hoover / vacuum / plumber / electrician / boiler / heating / mechanic / wifi / charger / charge / keys /
    key / remote / mail / post / parcel / package / delivery / dentist / appointment / pickup / school run / nappies /
    kit / homework / rent / mortgage / insurance / bank / receipt / spotify / parking / parked / car / petrol / gas /
    bus / train / lunch / dinner / starving / hungry / chips / fridge / freezer / oven / cleaner / window / lawn /
    grass / gym / shower / iron / folder / shoes / jacket / weather / rain / traffic / match / game / score /
    trailer / episode / party / guests / what time / pay / paid / buy / grab / fetch / collect / pick up / take out /
    switch / turn off / leak* / smell / battery / meter / reading`,
  bossy: `

    can|could|would|will you|u just|please|also|maybe grab|get|pick|call|ring|book|send|check|take|bring|move|put|pay|buy|order|feed|walk|turn|do|clean|wash|remember /
    have you|u seen|got|paid|fed|done|called|booked|taken|moved|checked|sent|read|heard /
    did you|u feed|walk|remember|lock|turn|empty|sort|bring|find|check|sign|finish|cook|return|post|collect|hear|watch|leave /
    do we|you have|need|got|know where|still / is there|the any|anything|milk|food|car|dog|washing|heating /
    are you|we going to|picking|cooking|home|at the|getting|out|still / what time|day /
    whats the|for|our wifi|password|plan|time|code|address / when are|is|do|does we|the|your|my /
    where did|do|is|are|have you|we|my|the|i / wheres my|the|your /
    who is|has|took|ate the|my|picking|cooking|driving / remind me / text me when / let me know when|if|what time /
    bring me|home|some|the / get me|some|the / grab me|some|the / buy me|some|the / can|could|would|will you /
    you need|have to / remember to / dont forget / make sure /
    did|have you|u pay|paid|move|moved|book|booked|call|called|ring|get|got|buy|bought|do|done|take|taken|see|seen|lock|feed|send|leave|put|order|turn|wash|clean|deposit|eat /
    where|wheres|whered is|are|did|you|the|my / what|whats time|for / please pick|get|buy|grab|take|bring|do|call`,
} as const;
