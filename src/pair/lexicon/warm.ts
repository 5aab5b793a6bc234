/** Warmth that fits any bid: approval, praise, excitement, closeness. Our own words, after the annotation guide. */
export const WARM = {
  approves: `

    that is good|great|nice|lovely|amazing|brilliant|awesome|fantastic|wonderful|exciting|wild|fun|sweet|cute|funny|hilarious|perfect /
    thats exciting|wild|fun|cute|funny|hilarious|perfect|cool|wicked|unreal|incredible|insane|the dream / perfect $ /
    ^ perfect / super $ / sweet as / ooh / oooh / ooo / ohh nice / right on / there you go / way to go / here for it /
    happy to hear / good to hear / glad to hear / good on you|him|her|them / good man|girl|lad|boy / hell of a /
    sounds good|great|fun|lovely|amazing|delicious|perfect|like fun / looks amazing|so|fun|incredible /
    so pretty|sweet|funny|fluffy|tiny|good|soft / what a cutie|sight|view|day|beauty / wholesome / iconic /
    same energy / lol nice / w $ / big w / pog / poggers / goated / slay / love to see / love this / love it /
    i love it / i like it / nice / nicee / good $ / ^ good / ^ great / so good /
    thats good|great|nice|lovely|amazing|brilliant|awesome|fantastic|huge|massive|sick|wonderful / cool $ / ^ cool $ /
    sweet $ / neat / lovely / grand $ / ^ grand / solid $ / sound $ / wow / aw / brilliant / beauty / beautiful /
    fab / mint $ / legend / king $ / queen $ / amazing / awesome / excellent / wonderful / fantastic / glad /
    pleased / happy for you|u|him|her|them / good stuff / good news / great news / nice one / good one / good job /
    great job / good work / hard work that / proper job / fair play / respect $ / love that|it|this / lovely news /
    thank god|goodness|christ|heavens|allah / alhamdulillah / mashallah / mashaallah / inshallah / praise god / phew /
    dope / fire $ / lit $ / sick $ / ace $ / class $ / deadly $ / bravo / hooray / hurrah / hurray /
    pretty good|cool / not bad / handy / finally / at last / noice / bless / ok wow / love to hear|see /
    was nice|good|lovely / looks good|great|nice|lovely|delicious / adorable / so cute / cute / gorgeous / pretty $ /
    stunning`,
  praises: `
    i knew / told you so $ / called it / you were always going / nobody deserves / no one deserves /
    about time they saw|noticed|recognised|recognized / they saw / theyre lucky / lucky to have you / so so proud /
    im proud / beyond proud / mad proud / bursting with pride / my hero / our hero / rockstar / rock star /
    superstar / champion / champ / smart cookie /
    you are amazing|incredible|brilliant|the best|unstoppable|a star|so good /
    youre unstoppable|on fire|killing it|crushing it / killing it / crushing it / hard work / hard earned /
    well earned / well deserved / earned it / earned that / all you|u / thats all you / worked your /
    you pulled|turned|kept|stuck|finally / look what you|u / you really did / you actually did / first try /
    take a bow / own it / well done / congrat* / grats / congratulations / proud / prouder / proudest / deserve* /
    you did it / you made it / you smashed|nailed|crushed|killed|aced it / smashed it / nailed it / crushed it /
    killed it / knew it / knew you could|would|had / never doubted / told you you could|would / i told you _ would /
    look at you / you star / you legend / you absolute / you genius / you beauty / you queen / you king /
    you _ machine / you|youre some woman|man|lady|girl /
    youre amazing|incredible|brilliant|unreal|the best|a star|a genius|so good|so clever|so talented|a legend /
    clever clogs / all that work / all your work / all those hours|nights|mornings|months|years|weeks / paid off /
    you earned / you worked so hard / worked so hard / my clever / my talented /
    thats my girl|boy|man|wife|husband|baby / attagirl / attaboy / hats off / kudos / so impressed / impressive /
    big deal for you / you fought / you got this far / what a win|star|hero|legend|result / a win / huge win /
    big win / huge step|news|deal / massive $`,
  excited: `
    omfg / omggg / oh my / oh em gee / yesss / yas queen / lets goo / lfg / aaaa* / ahhh / ah yes / ayy* / eyy* /
    wooo / woop / whoop* / wahey / get outta / you are kidding / youre kidding / youre joking / you are joking /
    no freaking / no fucking / shut the front / holy crap|shit|moly|cow|smokes|hell|moley / what the actual /
    im so happy|excited|hyped|pumped|stoked / hyped / pumped / psyched / giddy / delighted / so so happy /
    im freaking / freaking out / losing it|my mind / i cant|cannot $ / cannot believe / cant even $ / im shaking /
    omw to celebrate / best day|thing ever / happiest / dream come / dreams come / amaaz* / amazinggg / huge $ /
    massive / epic / omg / oh my god|gosh|days / no way / wait what / lets go / lets gooo* / woo / woohoo / wooo* /
    whoo* / yay / yes $ / yess* / yaas* / yas / ^ yes yes / get in $ / get out $ / shut up $ / stop it $ / ^ stop $ /
    ^ what $ / ^ wait / ^ holy / ^ hello $ / are you serious / are you kidding / seriously $ / for real $ / fr $ /
    you what $ / ^ no $ / im screaming / screaming / im shouting / shouting / im crying / crying / im roaring /
    roaring / im dead $ / im dancing / dancing / jumping / i screamed|cried|shouted|squealed|yelled|jumped|danced /
    squeal* / aaah* / ahh* / ahhh* / eek / eeee* / wow wow / so excited / im so excited / cannot wait / cant wait /
    im thrilled / thrilled / over the moon / buzzing / chuffed / stoked / made up for / ecstatic / goosebumps /
    best news / amazing news / i could dance|cry|scream|kiss / happy dance / oh wow / oh yes / hell yes|yeah /
    heck yes / hot damn / damn right / boom / huzzah / unbelievable / insane / incredible / unreal`,
  ownFeeling: `
    im over the moon /
    im buzzing|stoked|hyped|pumped|ecstatic|grinning|beaming|emotional|shaking|in tears|in bits|so so|beyond|bursting|lost|crushed|devastated|fuming|livid|proud|happy /
    in tears / teary / tearing up / welled up / choked up / got choked / happy tears / happy cry* / lump in my /
    warms my / made my heart / my heart is|just|aches|breaks|hurts|sank|melted|skipped|cannot /
    my stomach|eyes|hands / i got chills / chills / i feel so|awful|terrible|sick|sad|happy|your|for you|with you /
    i felt sick|awful|terrible|it too|that / it breaks|kills|hurts|pains me / kills me / pains me /
    i hate how|what|to see|seeing|hearing / id hate|be crushed|be devastated|be scared|be so|cry|have cried /
    im gutted|sad|angry|mad|upset|hurting|scared|worried for / for you too /
    im so|very|really|that|too|just|all happy|proud|glad|excited|sad|sorry|angry|relieved|bummed|gutted|pleased|mad|upset|heartbroken|touched /
    im happy|proud|sad|angry|relieved|gutted|raging|furious|thrilled|heartbroken|chuffed|delighted|worried|scared|mad|tired too? /
    i feel that|it|sick|so|it too / i felt / my heart / my chest / hurts me|my / breaks my / broke my / broken me /
    breaks me / im crying|roaring|screaming|welling|shaking|sobbing|beaming|grinning|smiling|blushing / crying /
    i cried|screamed|shouted|stood|jumped|teared|welled / i got goosebumps / goosebumps /
    i hate that|this|it|when|them / hate this / hate that / i wish i / wish i was|were|could|had /
    i miss you|him|her|them / i love you|that|this|it|how|when / me too / me as well / same here / ^ same $ /
    so do i / so am i / im scared too / i could dance|cry|kiss|scream / cannot stop smiling|grinning|crying /
    i was so|in tears|holding|terrified|worried / im on the floor / im raging / i know that feeling / i do know /
    i know the feeling / i get the / oh my love|heart / im not ok / made me cry|smile|tear / made my day|week /
    i been there / ive been there`,
  closeness: `
    ^ baby / ^ babe / baby girl|boy / sweet girl|boy|pea / bubba / bub / honeybun / poppet / petal / duck / chick /
    bestie / wifey / hubby / bae / luv / ily / ilysm / i love you|u / love you|u / love ya / miss you|u / miss ya /
    loveeee / cutie / munchkin / my person / my favourite / my fave / love $ / ^ love / my love / oh love / babe /
    baby / bb / hun / hunny / hon / honey / darling / sweetheart / sweetie / dear $ / oh dear / my dear / dearest /
    my heart $ / canim / habibi / habibti / jaan / jaanu / mahal / amor / amore / cariño / schatz / askim / my girl /
    my boy / my man / my own / mate $ / beb / bby / boo $ / pet $ / treasure $ / angel / lover / handsome /
    gorgeous $ / beautiful $ / sunshine / xx / xxx / x $ / xo / xoxo / oh hon|babe|baby|honey|love`,
  thanks: `
    tysm / thank ya / thankyou / many thanks / much appreciated / so kind|thoughtful|sweet /
    how sweet|kind|thoughtful / youre the best|kindest|sweetest / bless you / obrigad* / gracias / merci / danke /
    salamat / shukriya / thank you / thanks / ta $ / ^ ta / cheers / appreciate / grateful /
    means a lot|so much|the world / meant a lot / thats sweet|kind / youre sweet|kind|so sweet`,
  laughs: `
    lol / lmao / lmfao / haha / hahah* / hehe / ha $ / ^ ha / rofl / im dead / im deceased / im weak / im wheezing /
    wheezing / cackling / cackled / crying laughing / made me laugh / laughed out loud / too funny / so funny /
    hilarious / funniest / jaja* / ded $ / stopp`,
} as const;
