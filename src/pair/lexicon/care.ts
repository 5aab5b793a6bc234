/** What people say to somebody who is low: naming the feeling, being there, fixing, shrinking. */
export const CARE = {
  namesFeeling: `

    thats awful|horrible|terrible|brutal|rough|tough|hard|so|really|such|a|shit|shitty|not fair|unfair|upsetting|scary|exhausting|painful|heartbreaking|infuriating|a nightmare /
    thats so|really|just|pretty|such a? hard|rough|awful|sad|unfair|tough|mean|horrible|shitty|scary|frustrating|painful|exhausting|stressful /
    so sad|hard|tough|rough|scary|stressful|frustrating|upsetting|unfair|painful|mean / frustrating / stressful /
    infuriating / upsetting / draining / overwhelming / nerve wracking / the worst / waiting is / is the worst /
    its a lot / so much to / too much for / you must be|feel|have / you sound|seem|look /
    that would|wouldve|would have hurt|upset|scare|break|crush|kill|get|make / would hurt|upset|scare|break|sting /
    id feel|be|have felt|hate / i would be|feel|have / i can imagine|see|hear|tell / i imagine / can only imagine /
    cannot imagine / i can see why / i see why / i get why|how / totally get / makes total|perfect|complete sense /
    totally understandable / thats understandable|valid|fair|normal to|human|real /
    its valid|understandable|normal to|natural|human|hard|awful|horrible|shit|rubbish /
    its hard|scary|exhausting|tough|rough when|to|being / not your fault / wasnt your fault / isnt your fault /
    nothing wrong with / youre allowed / you are allowed / allowed to be / right to be|feel / ok to not / ok not to /
    you can cry / youre not wrong / youre only human / you have been /
    youve been through|dealing|holding|carrying|working / been through / through so much / after everything /
    after all that / on top of / no fun / bloody hell / oh man|god|shit|wow|jeez|that|no / aw man|no|love|babe /
    man that / wow that / damn that / fuck $ / ^ fuck / gutting / gutted for / grim / bleak / crushing / crushed /
    lonely / feeling lonely|sad|low|lost|scared|down|stuck|empty / scared|sad|lonely|hurt|tired|angry too /
    sounds|sound|seems|feels|looks|must be|been|feel|have / that sounds / must be|feel|have|ve been|stung|hurt|hard /
    mustve / must have / that sucks|hurts|stings|stung|blows / sucks / it sucks / so unfair / not fair / unfair /
    makes sense / make sense / made sense / understandable / course you|it|they|he|she|course / of course /
    no wonder / anyone would / anybody would / who wouldnt / id be|feel too|the|so|that|as? / i would too|be /
    i get it|that|you|why / i hear you|that|it / i see you|it|how|why|that / i understand / i know $ / ^ i know /
    its valid / valid / every right / have a right / allowed to / its ok to / ok to feel|be|cry / dont have to be? /
    awful / horrible / horrid / terrible / brutal / rough / cruel / rotten / shitty / crap $ / crappy / exhausting /
    heartbreaking / devastating / painful / scary / frightening / humiliating / hard $ / so hard /
    thats hard|tough|heavy|rough|a lot / tough / heavy / a lot to / lot to? hold|carry|deal|take|process /
    that is a lot / thats a lot / real pain|really pain / ugh / oof / ouch / aray / damn / shit $ / god $ / ^ god /
    oh no / far out / jeez / yikes / both can|of / hurts to / hurt $ / it hurts /
    not dumb|stupid|silly|crazy|weird|mad|nothing|too / its not $ / not stupid|silly|dumb /
    youre not mad|crazy|weird|silly|stupid|lazy|weak|broken|overreacting / mean of / wrong of /
    shouldnt have said|done / shouldnt have to / nobody should / didnt deserve / dont deserve / deserve better /
    you did nothing / carrying|carried that|this|it / you carried / you worked|wanted|tried|put|gave / that thing can`,
  comforts: `
    im listening / im always here / always here / here whenever / here if you / here when you / here to listen /
    i am here / im not going / we can get / we got this / well figure|work|sort|get|be / figure it out / one day at /
    one step / step by step / deep breath / breathe / breathe with / safe with me / you matter / youre enough /
    you are enough|loved|not alone|safe|strong|brave|amazing|my|so loved /
    youre brave|braver|stronger|doing your|more than|everything|my world / doing your best / youre doing / you tried /
    you did your / did your best / proud of you / glad you told / thank you for telling|sharing|trusting|opening /
    thanks for telling|sharing|trusting / i believe / i'll always / ill always / always love / still love /
    love you no matter / no matter what / i want you to know / wish i was|could|were there|hug|hold|take /
    wish i could hug|hold|be|fix|take / big hugs / huge hug / giving you / virtual hug / squeeze / snuggle* / kiss* /
    on your side / in your corner / rooting for / got your back / have your back / lean on / shoulder / cry on /
    rest now|up|today / sorry youre|you|that|this|it|your / sorry babe|hear / so so sorry /
    im sorry you|u|babe|that|this|your|about / sorry to hear / my condolences / sending love|hugs|strength /
    fingers crossed / in my thoughts / not useless|stupid|worthless|a failure|alone|broken|weak|crazy /
    youre not stupid|a failure|worthless|crazy|useless|weak|broken|failing|too / im here / here for you /
    im right here / right here / i got|have you / got you $ / i gotchu|gotcha / not alone / youre not alone /
    not going anywhere / im with you / with you / by your side / next to you / were in this / in this together /
    we will|well get through / get through this|it / come here / cuddle* / hug / hugs / hugging / holding you /
    hold you / hold your / sending / sending you / poor|poor thing|baby|love|you|u|darling / love you|u / i love /
    im so? sorry / so sorry / sorry love|babe|baby|hun|hon|honey|darling|you|u|youre|about|to hear|that / im sorry /
    oh love|hon|baby|babe|honey|darling|sweetheart|my|dear|no / my love / praying / thinking of you / pray* for /
    whatever you need / whatever happens / take your time / no rush / you dont have|need to / dont owe / no pressure /
    you got this / youve got this / believe in you / you can do /
    youre strong|enough|loved|safe|so loved|my|the best|good|brilliant|wonderful|amazing|doing|not a|not the|not meant|not useless /
    never a burden / not a burden / to me you / you are|youre my / knew you loved / any hour|time / call me any /
    sit with|on|beside / stay on / ill stay / im staying / rest up / rest now / feel better / get well / be gentle /
    go easy / be kind to yourself / sleep well / take care / safe now / youre home / come to bed`,
  advises: `
    have you|u thought about|tried|looked / did you think about trying / maybe you should|could|need /
    maybe try|just|talk|call|ask|take|see|go|get / how about you|u|trying|talking|asking|going|a / what if you|u /
    i think you|u should|need|could|ought / i suggest / id suggest / id recommend / i recommend / my advice /
    best thing|bet is|to / the best way / easiest thing / simple / easy fix / solution / you ought / you better /
    better to / worth talking|asking|seeing|trying|checking / it might help / might help / would help if /
    get some sleep|rest|air|help / try some|a|the|not|drinking|eating|sleeping|taking|going|talking|this|that /
    go for a / go see|to the|to a|talk|tell|ask|sleep /
    take a|some|the|your|it break|day|walk|bath|nap|shower|pill|painkiller|tablet|ibuprofen / drink water|some /
    set a|an|your / put your phone / turn off|it / go to the / see someone|somebody / therapy / therapist /
    counsellor / counselor / email him|her|them / block him|her|them|the|that / report him|her|them|it /
    apply for|to|elsewhere / update your / make an|a|sure / focus on /
    stop thinking|worrying|comparing|looking|scrolling / stop doing /
    dont let|give|reply|answer|think|listen|overthink / ignore him|her|them|it / stand up / stick up /
    set boundaries / boundaries / prioriti* / routine / exercise / meditat* / app / podcast / step back /
    you should|shld|shud / should probably|just|try|talk|call|ask|tell|go|get / you need to / need to be /
    you have to / you could / could try|always / you can always|just / why dont you / why not just / why not /
    have you tried|talked|asked / did you try|ask|call|talk|check|tell|apply|speak /
    maybe|perhaps try|you|just|ask|call|go|talk|get|eat|take / you might / try to / ^ try / ^ just / so just /
    then just /
    just go|call|tell|ask|ring|say|email|text|turn|quit|block|ignore|talk|take|do|get|put|stop|send|write|apply|book|eat|drink /
    ^ call|ring|phone|email|text|tell|ask|talk|speak|go|take|drink|eat|sleep|put|get|book|make|write|send|see|check|look|give|use|stop|start|set|download|google|apply|turn|lie|rest|block|quit|leave|practice|practise|pick|buy|add|cut|read|find|change|keep|move|switch|open|close|wear|wash|breathe|walk|run|do|say|report|request|change /
    then|first|second call|ring|ask|tell|go|take|drink|eat|sleep|put|get|book|make|write|send|practice|practise|text|look|stop /
    first step / step one / step 1 / one two / make a list|plan|timetable / write it down /
    see a doctor|gp|therapist / a doctor / the gp / nurse / hr $ / speak to|with /
    talk to hr|your|the|a|someone|them|him|her / worked for me / what works / next time / if i were you / id just /
    id tell|call|ask|go|email|say|quit|start / the trick is / it helps / helps if / no coffee / go to bed /
    early night / dont take it / dont let / dont think about / look for|at|into / instead of /
    you can go|ask|apply|get|take`,
  shrinks: `
    not worth / itll all be|work / all work out / work out fine|in / itll work / itll sort / will be fine|ok|alright /
    its ok $ / its ok dont / no worries / nothing serious / not serious /
    its only|not that|not so|not the|nothing|just / only a|an|one|the / thats not so|that bad /
    its just a|an|one|the|nerves|stress|hormones|work|money|hair /
    youre just tired|stressed|nervous|hungry|overthinking|hormonal|worrying / worrying too|about|over / worry too /
    worry about it / dont worry about / dont be silly|daft|sad|like|so|upset|ridiculous / silly $ / not a disaster /
    not the worst / could be worse / others have / other people have / some people have / people deal / most people /
    other people / everyone feels|does|gets|goes|has|makes|is|fails|struggles /
    everybody feels|does|gets|goes|has|makes / we all have|do|feel|get|make / happens to us / been there done /
    give it a|time week|day|month|few / it gets / gets better / itll get / better in the morning / better tomorrow /
    feel better tomorrow / youll feel better / youll bounce / youll find|get|do|manage|live|survive|cope /
    look at the / be positive / stay positive / think positive / positive side / positives / be grateful /
    youre lucky / lucky you / count your / smile / dont dwell / move on / forget it|them|him|her / its in your /
    all in your / you worry / not that deep / probably nothing / im sure its|youll|it|you|they|he|she / im sure you /
    it was probably|only|just / theyre probably|just / hes probably|just / shes probably|just / no one will /
    nobody will / you always do|manage|get|pull|say / you always say that / you said that last / worked out last /
    fine last time / youre fine / youll be fine|ok|grand|right|alright / itll be fine|ok|grand|right|alright /
    its fine / it is fine / be fine / ok it will be / itll pass|blow / it will pass / pass by /
    not that bad|deep|serious|big / isnt that bad|serious|big / no big deal / not a big deal / not the end /
    end of the world / dont worry / no need to worry / nothing to worry / stop worrying /
    happens to everyone|all|the best / happens $ / it happens /
    everyone|everybody has|gets|is|does|feels|cries|goes|fails|makes|had|hates|knows / everyones / everybodys /
    we all / could have been worse / worse things / people have it / at least / look on the / bright side /
    silver lining / cheer up / chin up / dont stress / dont be / dont read / overthink* / over thinking /
    youre just tired / just tired|hungry|hormon*|stress|a bad|a phase|nerves|one / its just|only / it was just|only /
    hes|shes|theyre|hes just|only / only a|one / just a|one / you look fine|great / you seem fine|ok / sleep it off /
    have a snack / tomorrow is|will be another|better / youll get over / get used to / youll get used / time heals /
    grow out / let it go / forget about it / forget it / dont take it / nobody noticed|cares|remembers|saw /
    nobody even / no one noticed|cares / chill / relax / calm down / its nothing / thats nothing / so common /
    its normal / thats normal / lol|haha|hehe nah|you|youre / by monday / tmr ok / he will come around /
    she will come around / come around / why so? much? tension / mine too / with mine|me too / same thing happened`,
  judges: `
    youre always / you are always / you are so|being|too|just / you get so|too|upset / stop being / being so|too /
    so negative|emotional|weak|soft|dramatic|needy / too emotional|much|soft|negative|needy /
    such a baby|drama|mess|child|snowflake|downer / a snowflake / snowflake / downer / buzzkill / drama queen /
    making a fuss / make a fuss / fuss / fussing / exaggerat* / blowing it|this|things / out of proportion /
    mountain out / crybaby / cry baby / cry about / crying over|about|again / sulk* / mope / moping / wuss / pussy /
    weak $ / lazy / not that hard / isnt that hard / isnt hard / cant be that / cannot be that / its not rocket /
    get on with / deal with it / toughen up / boys dont / be a man / act your age / act like an /
    other people manage|cope|have / everyone else manages|copes|can / in your head / paranoid / crazy / mental /
    insane $ / irrational / you need help|therapy / you need to chill|calm|grow|get over|relax|stop / this again /
    here we / same old / you and your / what is wrong with / whats wrong with you / not my / thats life / welcome to /
    join the club / boohoo / poor you / woe is / dramatic / drama / too sensitive / so sensitive / oversensitive /
    overreact* / over react* / hysterical / needy / clingy / pathetic / ridiculous / childish / a child /
    a baby about / attention seek* / grow up / get over it|yourself / get a grip / man up / toughen / suck it up /
    pull yourself / snap out / self pity / pity party / feel sorry for yourself / sorry for yourself /
    not a kid|special / a personality /
    being extra|weird|silly|ridiculous|dramatic|difficult|negative|paranoid|selfish|a baby|really|so|too|very /
    just being normal / youre so|too negative|sensitive|dramatic|weak|emotional|soft|needy|paranoid|lazy /
    youre weak|lazy|paranoid|crazy|hypochondriac / hypochondriac / you love it / you always / you worry about /
    always worry / always something with you / something with you / what did you expect / what do you expect /
    what you expect / too much time / too fast / not everything / not everyone / everyone has bills|problems /
    everyone else / others manage / people manage / people have real|actual|bigger / real problems / first world /
    moan* / whin* / whinge* / complain* / wallow* / making a / make it a / making it / not about you / thats on you /
    thats just you / because youre a / well dont $ / is that all / wake up / some people`,
} as const;
