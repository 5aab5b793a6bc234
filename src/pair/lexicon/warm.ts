/** Warmth that fits any bid: approval, praise, excitement, closeness. Our own words, after the annotation guide. */
export const WARM = {
  approves: `
    nice / nicee / good $ / ^ good / ^ great / so good / thats good|great|nice|lovely|amazing|brilliant|awesome|fantastic|huge|massive|sick|wonderful /
    cool $ / ^ cool $ / sweet $ / neat / lovely / grand $ / ^ grand / solid $ / sound $ / wow / aw / brilliant / beauty / beautiful / fab / mint $ /
    legend / king $ / queen $ / amazing / awesome / excellent / wonderful / fantastic / glad / pleased / happy for you|u|him|her|them / good stuff / good news / great news /
    nice one / good one / good job / great job / good work / hard work that / proper job / fair play / respect $ / love that|it|this / lovely news / thank god|goodness|christ|heavens|allah /
    alhamdulillah / mashallah / mashaallah / inshallah / praise god / phew / dope / fire $ / lit $ / sick $ / ace $ / class $ / deadly $ / bravo / hooray / hurrah / hurray /
    pretty good|cool / not bad / handy / finally / at last / noice / bless / ok wow / love to hear|see /
    was nice|good|lovely / looks good|great|nice|lovely|delicious / adorable / so cute / cute / gorgeous / pretty $ / stunning / haha / ha $`,
  praises: `
    well done / congrat* / grats / congratulations / proud / prouder / proudest / deserve* / you did it / you made it / you smashed|nailed|crushed|killed|aced it / smashed it / nailed it / crushed it / killed it /
    knew it / knew you could|would|had / never doubted / told you you could|would / i told you _ would / look at you / you star / you legend / you absolute / you genius / you beauty / you queen / you king /
    you _ machine / you|youre some woman|man|lady|girl / youre amazing|incredible|brilliant|unreal|the best|a star|a genius|so good|so clever|so talented|a legend / clever clogs /
    all that work / all your work / all those hours|nights|mornings|months|years|weeks / paid off / you earned / you worked so hard / worked so hard / my clever / my talented / thats my girl|boy|man|wife|husband|baby /
    attagirl / attaboy / hats off / kudos / so impressed / impressive / big deal for you / you fought / you got this far / what a win|star|hero|legend|result / a win / huge win / big win / huge step|news|deal / massive $`,
  excited: `
    omg / oh my god|gosh|days / no way / wait what / lets go / lets gooo* / woo / woohoo / wooo* / whoo* / yay / yes $ / yess* / yaas* / yas / ^ yes yes / get in $ / get out $ / shut up $ / stop it $ / ^ stop $ / ^ what $ / ^ wait / ^ holy / ^ hello $ /
    are you serious / are you kidding / seriously $ / for real $ / fr $ / you what $ / ^ no $ / im screaming / screaming / im shouting / shouting / im crying / crying / im roaring / roaring / im dead $ / im dancing / dancing / jumping / i screamed|cried|shouted|squealed|yelled|jumped|danced /
    squeal* / aaah* / ahh* / ahhh* / eek / eeee* / wow wow / so excited / im so excited / cannot wait / cant wait / im thrilled / thrilled / over the moon / buzzing / chuffed / stoked / made up for / ecstatic / goosebumps / best news / amazing news /
    i could dance|cry|scream|kiss / happy dance / oh wow / oh yes / hell yes|yeah / heck yes / hot damn / damn right / boom / huzzah / unbelievable / insane / incredible / unreal`,
  ownFeeling: `
    im so|very|really|that|too|just|all happy|proud|glad|excited|sad|sorry|angry|relieved|bummed|gutted|pleased|mad|upset|heartbroken|touched /
    im happy|proud|sad|angry|relieved|gutted|raging|furious|thrilled|heartbroken|chuffed|delighted|worried|scared|mad|tired too? / i feel that|it|sick|so|it too / i felt / my heart / my chest / hurts me|my / breaks my / broke my / broken me / breaks me / im crying|roaring|screaming|welling|shaking|sobbing|beaming|grinning|smiling|blushing /
    crying / i cried|screamed|shouted|stood|jumped|teared|welled / tearing up / i got goosebumps / goosebumps / i hate that|this|it|when|them / hate this / hate that / i wish i / wish i was|were|could|had / i miss you|him|her|them / i love you|that|this|it|how|when / me too / me as well / same here / ^ same $ / i also / so do i / so am i / im scared too /
    i could dance|cry|kiss|scream / cannot stop smiling|grinning|crying / i was so|in tears|holding|terrified|worried / im on the floor / im raging / i know that feeling / i do know / i know the feeling / i get the / oh my love|heart / im stone mad / im not ok / made me cry|smile|tear / made my day|week / i been there / ive been there`,
  closeness: `
    love $ / ^ love / my love / oh love / babe / baby / bb / hun / hunny / hon / honey / darling / sweetheart / sweetie / dear $ / oh dear / my dear / dearest / my heart $ / canim / habibi / habibti / jaan / jaanu / mahal / amor / amore / cariño / schatz / askim /
    my girl / my boy / my man / my own / mate $ / beb / bby / boo $ / pet $ / treasure $ / angel / lover / handsome / gorgeous $ / beautiful $ / sunshine / xx / xxx / x $ / xo / xoxo / oh hon|babe|baby|honey|love`,
  thanks: `thank you / thanks / ta $ / ^ ta / cheers / appreciate / grateful / means a lot|so much|the world / meant a lot / thats sweet|kind / youre sweet|kind|so sweet`,
} as const;
