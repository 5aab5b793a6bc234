/** What people answer to an attempt to mend. */
export const MENDING = {
  accepts: `
    apology accepted / i forgive|accept|appreciate|love|miss|get|understand|know / thank you|u for / thanks for /
    thank you / its okay / its ok|fine love|babe|baby|hun|hon|honey|darling|dont|i|we|really / its alright /
    were fine|alright|ok|good|us|a team / we are good|fine|ok|alright / we're okay / we're good /
    ok love|babe|baby|hun|hon|honey|darling|deal|truce|yes|thanks|thank|good|come|ill|i|we|lets|take|see|talk|then|sure /
    i'd like|love|appreciate that|to / id love|like that|to / yes lets|please|ok|we|i /
    lets do|start|try|talk|reset|forget|put|not fight|hug|make / start fresh|again|over|anew / fresh start /
    from scratch / try that again|again / redo / do over / rewind / reset / second chance / one more try / hugs /
    kiss / come cuddle|here|hug / cuddle / want a hug / bring it in / im listening / i hear you / i see you /
    take all the time / take as long / no rush / ill be here|waiting / here when you / when youre ready / ready when /
    talk soon|later|then|when / see you then|in|soon|at / glad you|we|u / good to hear / that means|helps /
    means a lot / needed to hear / nice to hear / i know you didnt|were|are|u / you didnt mean / didnt mean it /
    water under / behind us / past us / over now / all forgiven / nothing to forgive / youre ok|good|fine /
    you are forgiven / still love / always love / love you too|still|anyway / love u / same team / on the same /
    both tired / long day / hard day / it happens / happens to / its been a / its ok to / dont beat / dont be hard /
    be hard on / be ok / be alright / ok can we / can we talk|hug / ill make|put|get tea|coffee|the|us / its ok /
    its all good / all good / thats ok|alright / were ok|good|fine|cool|alright / we good|ok / ok were /
    we are ok|good|fine / youre forgiven / forgive you / i forgive / forgiven / accepted / i accept / thanks / ta $ /
    ^ ta / appreciate / no worries / no hard feelings / truce / deal $ / ^ deal / peace $ / start over / take two /
    clean slate / clean start / try again / of course / sure $ / ^ sure / yes please / id like that / i like that /
    love you|u / i love / miss you / come here|in|back|home|up|down|to|over|sit|and|eat|then /
    sit with|down|here|beside / ^ come / ok $ / ^ ok / ^ k $ / alright / go on then / go on / fine by me /
    sounds good / good idea / agreed / done $ / together / hug / we will|well talk / talk then|later|after /
    take your time / take the time / see you / ill wait / wait up / ill be here / im here /
    ill make|put|bring|take|come / lets / well get / call it quits / quits / even $ / friends $ / lol ok / you goof /
    gecti / oo na / ta bom / theek / no problem / dont worry / no need to apolog* / glad you|u said / good of you /
    needed|need to? hear|that|this / needed that / i know you|u / i know $ / ^ i know / i didnt know /
    you were tired / i get it / i understand / understood / makes sense / that helps / helps $ / it landed /
    be sad|with|gentle / dont do it again / just dont / next time / promise me / you owe me / ice cream / pizza /
    coffee / tea / toast / still hurt* / hurt me / it hurt|hurts / it stung|cut|was`,
  ownPart: `
    i apologise|apologize / i am sorry / im sorry|sry i|for|too|as / sorry i|if i|that i|about / my bad|fault /
    i was being|also|out|wrong|harsh|mean|rude|tired|stressed|short|too / i shouldnt have|of / i should have|of|ve /
    i could have|of|ve / i wasnt / i didnt mean|listen|help|handle / i got defensive|angry|loud|carried|heated /
    i said|did some|things|stuff|it too / i overreacted|snapped|yelled|shouted|pushed|started / same from me /
    goes both / we were both / both said / im not perfect / wasnt my best / i can be / i know im / ill try /
    ill do better / i'll try / im sorry too / sorry too / me too / i was|wasnt|were too? /
    i shouldnt|shouldve|should have|not have / my fault too / i also /
    i started|snapped|bit|said|overreacted|got|panicked|could have|couldve / both of us / we both / takes two /
    my part / my bad too / ive been|was being / i had not / i hadnt / to be fair / im sorry / sorry for /
    wasnt fair of me / so did i / so was i / wasnt great either / i know i`,
  deflects: `
    its w / e / w / k whatever / yeah whatever / ok sure / sure ok / im over it / already forgot / already over /
    forgot about it / dont worry about it / its not a|that big|deep|serious / no big deal / not a big deal /
    no biggie / its all|whatever|nothing|fine|done|over / just forget|drop|leave / lets forget|drop|not|leave|change /
    lets not talk|do this|go there / not talk about / talk about something / can we not /
    can we just|eat|watch|sleep|drop|move / moving on / next $ / k $ / ^ k $ / ^ hm $ / ^ noted $ / ^ mhm $ /
    fine whatever / i dont want to? talk|think|get into / dont want to? get into / not getting into / ill think /
    maybe later / later $ / busy / whats for|on / what are we / did you|u / can you|u / have you|u / whatever /
    its whatever / forget it|about it / never mind / nevermind / nvm / doesnt matter / does not matter / drop it /
    its fine / is fine / its nothing / lets not / lets just|move / move on / not even about / not about that /
    we have other / dont want to? talk about / cant do this now / cannot|cant do this|talk right? now / not now /
    lol $ / ^ lol / haha / ^ fine $ / ^ right $ / ^ aha / ^ mm / if you say so / ok whatever / sure whatever /
    it is what / im tired / going to? bed|shower|sleep / i need to? sleep / wala yun / anyway / anyways / idc / idk /
    i guess`,
  rejects: `
    too late for / bit late / little late / late for that / not that easy|simple / isnt that easy|simple /
    thats not an / not an apology / not a real / call that an|a / sorry if / sorry but no /
    stop saying|apologising|apologizing|lying|pretending|it / stop it / always sorry / always the same /
    youre always|never|not sorry|just|full / you are not|always|never|just / you never change|mean|listen|learn|stop /
    never mean it / dont mean it / dont even / you dont mean|even|get|care|understand /
    you said that|this|you|it|sorry / said that last / said that before / last time / heard it all|before /
    not again / not falling / fool me / not buying / dont buy / bullshit / bs / lies / liar / lie / yeah right /
    sure $ jan / save your / save it / i dont forgive|accept|trust|want|need|believe / dont trust /
    do not want|forgive|accept|trust / cant trust|just|keep|forgive|take|undo|fix|apologise|apologize /
    cannot trust|just|keep|forgive|take|undo|fix / wont forgive / never forget / not forgiving / forgiveness /
    not ready / not now / i need more than / more than words / actions / actions speak / talk is / cheap /
    words mean / empty words|promises / empty / meaningless / your apology|apologies|excuses|promises|words /
    excuses / excuse / another excuse / only say|saying / because you got / just saying / just want|trying / guilt /
    manipulat* / gaslight* / leave / go to hell / screw you|your / fuck you|off|your / get lost|away / stay away /
    away from me / dont come near / dont touch / no we|i|you|not|its|im|thanks|way / nope / whats the point /
    no point / point is|of / what for / why bother / dont bother / we're done / were done|over|finished / its over /
    im leaving / not good enough / you ruined|broke|hurt|embarrassed|humiliated|lied|left / ruined / hurt me $ /
    the damage / damage is / deal with it / your problem|fault|own / you should be / you started / blame / and yet /
    yet here / still did / did it anyway / do it again / happen again / until next / next time you /
    see you next time / wait for the next / too late / too little / not accepted / dont want your /
    dont want to? hear / dont need your / dont believe / do not believe / i cant believe / you always / always say /
    always do / you never / every time / every single / again $ / same thing / same words / same old / just words /
    words are / only words / heard it|that|this / heard that before / heard it before / say that / you say /
    sorry doesnt|isnt|does|wont|means|is / sorrys / your sorry / not enough / isnt enough / spare me / keep it /
    keep your / stick your|it / shove / leave me / leave it / leave them / alone $ / go away / get out /
    dont talk|touch|text|call|come|start / no thanks / ^ no $ / ^ nope $ / ^ nah $ / no you|its|im|we|truce /
    not this time / not interested / not in the mood / want a|an ribbon|medal|cookie / congratulations /
    bare minimum / you only / only sorry / got caught / youre only / nothing changes / nothing happens /
    never change* / wont change / until you / prove it / show me not / you meant / you knew / you said it /
    cant withdraw|take|unsay / cannot withdraw|take|unsay / take it back / i dont have|got energy / dont care /
    i dont care / done with / im done / done talking / over it / what do you want / for what / and|so what /
    like you always / your pride|mouth|temper|tongue / should have thought / shouldve thought / think before /
    not my problem / you think / is it $ / hate / unforgiv* / cannot forgive / cant forgive / never forgive /
    doesnt fix|change|help / fix it / good for you / sure you are`,
} as const;
