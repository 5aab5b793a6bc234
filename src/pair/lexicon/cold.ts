/** What turns a bid down: the catch in good news, blame, scorn, irritation, refusals. */
export const COLD = {
  catches: `
    but|ok|cool|nice|great|congrats|good|wow what about|if|happens / how much does|is|will|are|did / how much $ /
    how are|will|do you|we|they going|gonna|afford|pay|manage|fit|get / isnt it|that|this|there|the / wasnt it|that /
    doesnt it|that|this / arent they|you|there|we / wont it|that|they|you|we /
    will it|that|they|you even|last|pay|mean|still / are you|u sure|really|even|going to regret|gonna regret /
    sure youre|you can|thats / can you even|really|afford|handle|manage / can we afford / do you|u even|really|think /
    youre|you are going to|gonna regret|be|hate|fail|quit|struggle|end|lose|have /
    you know that|it|they|thats|youll|theyll|the / you do know|realize|realise / you realize|realise / lets not /
    lets wait / lets be / let's see if|how|what / not so fast / slow down / early days / too early / too soon /
    dont jinx / jinx / dont quit your / quit your / its only|just|not|still / its just a|an|one|the /
    thats just|only / only a|an|the|one|part|temporary / just luck|temp* / temporary / part time / contract $ /
    probation / entry level / commute / longer hours / long hours / overtime / stressful / stress / more stress /
    no time for / never see|be home / less time / who is going|gonna|will / what happens when|if /
    what if they|it|you|he|she / hopefully they|it|you|this / they probably / they just|only|must|needed /
    they say that / they say that to / they do that / they give|gave|hand|let / everyone got|gets|passes /
    anyone could|can|gets / everybody got|gets / not that hard|big|impressive|special|rare|much|good|many /
    isnt that hard|big|much|impressive|special / is not much|that|really / nothing special / no big deal / big deal /
    whats the big / whats so / so what / what took|so long / took long / finally huh / took this long /
    second|third|fifth time / should have done|happened|been / you should have / hardly a|an|the / more like /
    didnt you|they already|say|fail|used / you said that last / last time you|they|it / remember last /
    like last time / remember when|what|how|the / could be better / couldve been|done|gotten / could have been /
    why not a|full|first|higher|more / why only / why just / only second|third|half|by /
    not first|full|top|higher|even / what about the other|rest|missing / lost|lose the|points|marks / overpriced /
    too expensive / waste of / cost a|us|you|me / costs a / you paid / paid that / how long did|will|do|does /
    itll break|die|fall|end|go|be gone|never / wont last / never last / for now / enjoy it while / while it lasts /
    dont come crying|running / not paying for / good luck with / i wouldnt / i would not / if i were you /
    but|cool but|nice but|ok but|great but|yeah but|congrats but but? isnt|arent|what|how|wont|dont|doesnt|didnt|you|they|its|the|who|now|still|only|then|are|is|will|when|does|do|can|youll|theyll|itll|that /
    isnt|arent|wasnt that|it|the|this|there|they|pay|you / doesnt|dont that|it|they|he|she|you /
    wont you|it|they|that|he|she|fit|last|be / less|lower|low|bad|worse pay|money|salary / pay cut / the pay /
    unpaid / underpaid / doesnt pay / salary / more work|hours|stress|travel|money|responsibility|meetings|problems /
    extra work|hours / another thing|present|bill|hobby|mess|excuse|certificate / tax / taxes / taxed / afford /
    cost / costs / expensive / cheap* / not paying /
    whos|who is|who will|wholl|who exactly going|gonna|will|pays|paying|has|look|looking|doing / who will /
    wholl be|pay|look / and who / wait till|until|for it / until they / till they / till the /
    youll|theyll|itll|hell|shell be|have|get|wreck|lose|regret|never|hate|still|just|only|quit|fail|forget|break /
    they will be / youve quit|failed|tried|said / lets see|hope / well see|see how / see how long / hows long /
    how long before|until|till|will|this|that|it / dont get|hold|count|celebrate|be too|expect|let / get your hopes /
    hopes up / get cocky / about time / took you|ya|them|him|her|long / long enough / not _ then $ / so not /
    so no|less / not enough / isnt enough / barely / only took|six|for|one|a|because /
    only _ months|weeks|days|hours / is that all|it / thats all|it $ / thats it / just luck / easy /
    anyone can|could / anybody can|could / everyone|everybody gets|does|passes|has / people do / every day /
    not exactly / hardly / basically / technically / probably a|just|because|the / must be|have short|easy|desperate /
    they must / desperate / you could have|of|ve / could of|have got|done|been / should of|have got|done|been|asked /
    shouldve / couldve / shouldnt it / too soft / mine|hers|his|sisters|ours|theirs gives|got|did|is|was|has /
    when i was / in my day / still cant|cannot|only|no|not|have / still corrections / and still / then there /
    there are still / there is still / always something / did you even|read|check|think|ask /
    have you even|checked|read|thought / even read / are you sure / you sure / what about / what if / does that mean /
    means / mean more / ill just / ill be the one / so ill / alone $ / another / at your age / this late /
    and when|how|what|where exactly / exactly will|were|are / when exactly / for what / waste / wasted / pointless /
    overrated / inflated / not real / no real / on paper / you call / hope they|theyve|hes|she|it|its|you / warned /
    watch it / watch out / be careful / not be long / risk / risky / dangerous / unsafe /
    sounds fake|like a scam|exhausting|boring|tiring / scam / catch $ / the catch / fine print / though $ / tho $ /
    thats not|hardly|nothing`,
  blames: `
    thats your|because you|what you / its your / you did that|this|it to yourself / to yourself / brought it on /
    your own fault|doing|making / own fault / own doing /
    you let|allowed|kept|ignored|forgot|waited|left|spent|agreed|signed|never / you knew this|it|that|what /
    you shouldnt / shouldnt have said|done|gone|trusted|left|waited|told / if you hadnt|had|would|werent|just /
    what did you|u do|say|expect|think / what have you done / why would you|u|anyone / why did you|u /
    why didnt you|u / why dont you ever / why cant you|u / why cannot you / why do you|u always|never|keep|have /
    why are you|u always|so|still|telling|sending|asking|like|being|even / were you|u even|late|drunk|rude /
    did you|u even|forget|not|say something|do something|provoke|deserve / how could you /
    how did you|u manage|not|let / how hard is / how many times / not surprised / no surprise / im not surprised /
    surprised you / cant blame|them|him|her / cannot blame / i dont blame / they have|has a point /
    they|he|she|hes|shes|theyre right / hes right|got a point / deserved it / you deserve it $ / you deserved /
    asking for it / asked for it / told you this|it|he|she|they / what did i say|tell / i warned / warned you /
    i said so|this|it / should have listened|known|left|gone|studied|prepared|started|asked|said / maybe if you|u /
    maybe you shouldnt|shouldve|should have / maybe dont|stop / well maybe / well if you /
    well you|u shouldnt|should|did|could|never|always|wanted|chose / your fault / on you $ / thats on you /
    because of you / you made / you started / you always / you never / you only / you chose / you wanted /
    you decided / you asked / you said it|you|that / youre the one / you are the one / youre the reason /
    you should have|of|ve / you shouldve / should have thought|known|asked|listened|told / should of / shouldnt have /
    told you so / told you that / told ya / told you not / what did i / serves you / well you|if|dont|maybe /
    why did you|didnt|were|werent|would|even|cant|cannot|do you / why didnt you / why were you / why are you /
    why you / did you even / so its my|now / so that is|thats why / so thats / my fault /
    you dont|didnt even|think|listen|care|try|help|do / if you|youd|ud had|would|just|actually|listened|stopped /
    you could have / have you considered / you brought|did this|did it / as usual / typical / as always /
    like always / you must have / what did you do / thats what you|happens / thats because|cause / look who /
    you and your / stop asking|being|calling|doing|going|talking|bringing / my problem / your problem / your own /
    not my / blame / you are kind / kind of / well you said / just like your`,
  scorns: `
    congratulations on|for doing|your / want me to clap / slow clap / clap clap / cool story bro / thrilling /
    riveting / fascinating / how exciting $ / wow so / wow amazing $ / wow what a / oh wow $ / oh no $ anyway /
    oh no anyway / who asked / did i ask / nobody asked / didnt ask / dont remember asking / not interested /
    i couldnt care / could not care / couldnt care less / dont give a / no one wants / nobody wants / nobody likes /
    no one likes / so cringe / youre cringe /
    youre weird|gross|disgusting|annoying|boring|pathetic|ridiculous|embarrassing|stupid|an idiot|not funny|unfunny /
    you are weird|gross|disgusting|annoying|boring|pathetic|ridiculous|embarrassing|stupid|not funny /
    thats stupid|dumb|lame|boring|ugly|gross|disgusting|pathetic|embarrassing|ridiculous|weird|it|what|not news|hardly|not even /
    looks stupid|dumb|lame|boring|ugly|gross|disgusting|terrible|awful|like crap|like shit / hideous / garbage /
    crap / why would i|anyone / why should i|anyone / why are you|u telling|sending|showing|asking /
    why do i|you care|need / why you care|asking|telling / why do you care|want|ask|need / yeah and / ^ and $ /
    whats your point / your point / is there a point / point of this / funny $ / not even funny / haha no / lol no /
    lol sure / lol ok sure / sure you|u are|did|will|can / sure thing / if you say / whatever you say /
    like you|u could|would|ever|know / you wish / keep dreaming / dream on / hell no / not a chance / no chance /
    gtfo / stfu / bite me / bugger / sod off / jog on / do one / get stuffed / ha good one / good one $ / as if /
    must be nice / cool story / big deal $ / big whoop / so what / and so what / who cares /
    nobody cares|asked|misses|wants / no one cares|asked / dont care / i dont care / couldnt care / do i care /
    want a|an medal|ribbon|trophy|award|cookie|applause|parade / a medal|ribbon|trophy / boo hoo / cry me /
    cry about / sob story / good for you $ / good for them|him|her / congratulations on|for the / bare minimum /
    you call / call that|this|yourself / is that supposed / was that supposed / supposed to / funny how / oh great /
    oh wonderful / oh joy / oh brilliant / oh here / here we go / here you go again / wonderful $ / how original /
    groundbreaking / shocker / what a surprise / surprise surprise / gross $ / ew / eww / cringe / lame / yawn /
    thats stupid|dumb / so stupid|dumb / idiot / loser / moron / embarrassing / pathetic / ridiculous / rubbish /
    nonsense / bullshit / bs $ / shut up / shut it / get lost / go away / piss off / fuck off / f off / fuck you /
    screw you / oh please / spare me / give me a break / in your dreams / as if $ / yeah right / sure jan / sarcas* /
    not funny / youre not funny / nobody laughs / classic / sorry not sorry / lol you / lmao / at least its /
    at least the / funniest / am i your / do i look / rather be / i would rather|id rather be|eat|die|not / clown /
    drama queen`,
  irritated: `
    cant you|u see|read|wait|stop|tell / can you|u not|stop|wait|leave|let me|just|please stop /
    could you|u just|stop|not / would you|u stop|just|please stop|let / will you|u stop|let|leave|just /
    im trying to|watching|driving|sleeping|gaming|playing|with / i am trying|working|in /
    im working|at work|on a|on the phone|in a / trying to work|sleep|watch|concentrate|focus /
    let me work|sleep|finish|be / let me finish / i need space|quiet|peace|to focus|you to stop /
    need some space|peace / give me space|a break|peace / get off my / off my back /
    stop texting|messaging|calling|asking|bothering|sending|nagging|it|talking|fishing|being|spamming|complaining|moaning|whining|distracting /
    quit texting|messaging|bothering|whining|nagging / enough with|of / enough of /
    im done|over|tired|sick|fed|so over / i am done|tired|sick / so done / so tired of / this again|now|is not /
    what is it|now this|this time / oh my god stop|enough|can|not|you|what / omg stop|enough|can you|not|leave /
    for fuck|gods|christs|heavens|crying|petes / for the love / ffs / wtf do|is|are / tf / bloody / always something /
    every time|day|night|single|five / all the time / constantly / non stop / nonstop / you keep /
    you never let|stop|shut / do you always|have|need|ever|really|mind / must you / is that necessary / really now /
    not in front / not here / not this / not right now / not the time / isnt the time / bad moment / wrong time /
    later ok $ / another time please / do i have to / have to spell / i already|told|said /
    already said|told|answered / i just said|told / asked you|already|twice / what part of / read the room /
    too much / its too much / drop the|this|that / shut|hush / hush / quiet / go bother|annoy|ask|talk to /
    leave me|it|that / not my problem / dont have time|energy|patience / no patience / havent got|time /
    no time for|to / i have work|better|real|things|enough / better things / have enough /
    busy right|rn|with|now|today / too busy / stop with / nosy / creepy / clingy / smother* / suffocat* / space $ /
    not now / not this again / not again / not today / im busy / i am busy / busy $ / im at work / im working /
    im in a / middle of / in the middle / cannot you see / cant you see / can you not / can you stop /
    could you stop / could you not / do you mind / give it a rest / give me a minute please / leave it / drop it /
    let it go / leave me / alone $ / leave me alone / enough $ / thats enough / enough already / stop it /
    stop talking / quit it / for gods sake / for fucks sake / jesus christ / god you / ugh / ugh do you /
    do you ever / seriously / are you seriously / what now / what do you want / what now $ / what else /
    why do you|are have|you always|keep / why are you / why have to / why want to? know / none of your /
    not your business / mind your / my business / i said|asked|already / ive asked|told|said / already told /
    how many times / every time / every single / i dont have|got energy|time|patience / no time / no energy /
    dont have the energy|time / dont want to? talk|hear|know|deal / not in the mood / in the mood / cannot deal /
    cant deal / sick of / tired of / fed up / had enough / over it / over this / on my nerves / annoying / annoyed /
    you are tiring / its tiring / thats tiring / you never stop / never stop talking / dont start / dont ask /
    dont bother / dont text / dont call / mute / block you / i dont need / do you have to / always have to /
    great timing / bad timing / bad time / timing / i have my own / like i dont / i cannot be /
    im not your|a|doing|going / not doing this / not gonna / grow up / be serious / get a life / stop being /
    if you say so / ask me that / bothering / pestering / nag*`,
  refuses: `
    no way $ / ^ no way / not a chance / fat chance / not likely / not gonna|going happen / never $ / nope $ / nah $ /
    hard pass / ill pass / no time / id rather / i would rather / rather not / rather stay|go|be|die|watch|do|eat /
    not with you / not doing that|it|this / im not doing|going|coming|helping|paying|your / im good $ /
    dont feel like|it / cant be bothered|arsed|fucked / cannot be bothered|arsed|fucked / couldnt be bothered /
    ask your|one|someone|somebody|him|her|them|a|google|the / google it / look it up / figure it out /
    do it yourself / do your own / get it yourself / youve got|have legs|hands / you have hands|legs|two /
    not your maid|servant|secretary|mom|taxi|driver|bank|slave /
    your maid|servant|secretary|mother|driver|atm|bank|slave / do i look / am i your / you do it /
    why cant you|dont you|me / why is it always / always me / count me out / leave me out / ^ no $ / ^ nope $ /
    ^ nah $ / no thanks / no thank you / no chance / absolutely not / hell no / not happening / not interested /
    id rather not / ^ pass $ / sort|do|get|ask your own|it|yourself|someone / your own / ask someone else /
    somebody had / someone had / not my job|problem|turn / i do every|everything|all / why should i / why me /
    why would i / i wont / i will not / dont want to? / i dont want / dont feel like / forget it / stick your|it /
    keep it / keep your`,
} as const;
