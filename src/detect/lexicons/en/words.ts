/**
 * Classes of words that phrases name as `<class>`. One list of words per class, parted by blanks, in the
 * spelling of `spellings.ts`; emoji without skin tone. A word may stand in several.
 */
export const WORD_CLASSES: Readonly<Record<string, string>> = {
  me: 'i im ive id ill we weve were us imma',
  i: 'i we',
  im: 'im were ive weve',
  my: 'my our the a an',
  mine: 'my our',
  you: 'you your youre youve youll youd yours yourself',
  person: 'i im ive ill id you youre youve he hes she shes we weve they theyre it its this that there',
  other: 'he she they hes shes theyre everyone someone noone people boss manager supervisor prof professor teacher',
  kin: `mum dad son daughter kid kids boy girl boys girls sister brother sis bro gran grandma nan nana granny
    grandpa grandad grandfather grandmother gramps uncle aunt auntie aunty cousin nephew niece toddler twins
    baby bub bubba lad lads family parents inlaws mil lola lolo tita kuya ate appachan ammachi cucu guka oma opa
    babcia`,
  child: 'son daughter kid kids boy girl toddler baby twins youngest eldest oldest lad bub bunso',
  elder: `mum dad gran grandma nan nana granny grandpa grandad grandfather grandmother gramps uncle aunt auntie aunty
    brother sister cousin friend mate lola lolo guka cucu oma opa babcia dog cat pup colleague neighbour
    neighbor`,
  pet: 'dog cat pup puppy kitten hamster rabbit parrot budgie horse kitty doggo',
  boss: `boss manager supervisor prof professor teacher coach doctor doc consultant lecturer tutor client director
    landlord landlady nurse dentist examiner judge panel lead ceo hr physio vet therapist midwife recruiter`,
  soft: `just really so very super actually literally finally totally absolutely pretty too quite such honestly also
    already even still kind kinda sorta bit a little proper properly fucking damn all feeling completely
    extremely incredibly always now rather fairly more truly genuinely only both simply dead well that seriously
    been being utterly way far lowkey highkey officially of`,
  filler: `ok so and but well oh ah aw aww omg god wow yeah yes no btw lol haha hey hi hello um uh hmm also like just
    then anyway honestly actually literally now right alright look listen ugh damn fuck shit jesus man bro dude
    mate yo finally ps thanks eh ehn ay abeg na oi sorry please gosh tbh ngl fyi however update seriously lowkey
    cool nice sure ahh ooh mm mhm though because fine welp wait yay`,
  closing: `though lol haha tbh ngl honestly right please thanks now ok yeah too anyway fr man mate lah today tonight xx
    x again btw really atm bro dude ya jor abeg la lor sha o eh hey so much all out already rn`,
  laugh: `haha lol lmao lmfao rofl jk hehe jks 😂 🤣 💀 😆 😹 xd bahaha ☠ ded`,
  mock: '🙄 😒 🖕',
  wink: '😏 😜 😝 😛 😈 🙃 😉 ;) ;-) :p :P 👀 🤪 😇 🤭',
  party: '🎉 🥳 🎊 🍾 🥂 🏆 🙌 🎂 🕺 💃 🤩 ✨ yay woohoo woo wooo woop yippee hooray whoop yesss yass',
  heart: '❤ 💕 💖 💗 💓 💞 💘 💝 🥰 😍 😘 🧡 💛 💚 💙 💜 🖤 🤍 🤎 <3 😚 😙 💋 🫶 🤗 ♥ ❣ 💌 🥹 :*',
  tears: '😢 😭 😞 😔 🥺 💔 😥 😓 😩 😫 ☹ 🙁 😟 😣 😖 😿 :( :-( 😰',
  fond: '❤ 💕 💖 💗 💓 💞 💘 💝 🥰 😍 😘 🧡 💛 💚 💙 💜 🖤 🤍 <3 😚 💋 🫶 🤗 ♥ xx x :*',
  dear: `babe baby love lovely honey darling dear sweetie sweetheart beautiful gorgeous handsome cutie jaan janu
    sayang habibi habibti mahal cariad hen hon amor bubs boo canim askim kochanie schatz liebling princess
    pumpkin wifey hubs pet`,
  congrats: 'congrats birthday',
  turn: 'but because though although however',
  nuisance: `meeting meetings traffic homework assignment essay spreadsheet spreadsheets email emails inbox deadline
    deadlines lecture lectures seminar commute queue queues monday mondays hangover hungover laundry heat zoom
    teams powerpoint slides exam exams midterm midterms quiz thesis revision training presentation shift
    customers tax taxes cringe embarrassing embarrassment embarrassed boring bored boredom gym burpees leg
    squats stairs curry spicy wordle game mario kart playlist song episode season finale show movie autocorrect
    wifi printer scanner train bus standup conference webinar`,
  grave: `funeral hospital cancer tumor tumour malignant ambulance icu miscarriage stillborn suicide overdose coffin
    hospice chemo biopsy`,
  prize: `job offer promotion raise scholarship grant visa mortgage place internship role contract permit citizenship
    licence license degree diploma distinction award prize medal bonus deposit refund passport tickets stipend
    fellowship residency apartment flat house lease part gig funding loan keys certificate bursary
    apprenticeship slot spot ticket placement`,
  test: `exam exams final test driving theory finals midterm quiz interview bar boards viva defence defense course
    module class certification licence license probation audition inspection audit assessment orals quals nclex
    ielts gcses`,
  good: `great amazing brilliant lovely fantastic wonderful awesome incredible perfect good best fab beautiful
    excellent gorgeous nice unreal insane unbelievable magic class ace stunning adorable cute sweet solid
    impressive`,
  bad: `awful terrible horrible rough shit shitty crap crappy shite hard brutal miserable horrid hell hellish grim
    rubbish dreadful bad tough nightmare disaster worst horrendous draining exhausting stressful garbage trash
    hectic long pants ghastly painful lousy sucky manky bleak heavy`,
  awful: `awful terrible horrible shit shitty crap crappy shite brutal miserable horrid hellish grim rubbish dreadful
    nightmare disaster horrendous draining exhausting garbage trash lousy bleak rough tough hard`,
  hurting: `sad lonely scared anxious worried nervous stressed overwhelmed upset hurt ashamed embarrassed guilty
    hopeless worthless useless devastated heartbroken terrified frightened panicky panicking numb empty
    depressed homesick gutted crushed insecure jealous lost broken low down defeated discouraged helpless
    humiliated miserable afraid petrified drained stupid pathetic invisible unwanted unloved burnt burned shaky
    wobbly fragile raw disappointed unhappy alone inadequate ugly foolish hollow frazzled rattled dejected
    wretched weepy teary tearful emotional bereft rotten wrecked torn tense`,
  tired: `tired exhausted knackered wiped shattered drained spent sleepy burnt burned fried beat pooped zonked sian
    depleted cooked wrecked bushed`,
  upset: `sad lonely hurt upset ashamed embarrassed worried scared disappointed alone stupid small unwanted unloved
    invisible foolish ignored rejected forgotten abandoned lousy awful terrible horrible guilty humiliated
    dismissed unimportant`,
  glad: `happy excited relieved proud thrilled chuffed stoked buzzing ecstatic delighted pleased elated overjoyed
    hyped pumped giddy psyched`,
  sore: `head back stomach tummy chest throat skin body hands leg legs knee shoulder neck tooth heart feet hip eyes
    hair`,
  time: `today tonight tomorrow later weekend week saturday sunday monday tuesday wednesday thursday friday sat sun
    mon tue wed thu fri lunch evening morning afternoon after now`,
  day: 'day week month night morning shift weekend evening afternoon year time today tonight drive commute',
  meal: `dinner lunch breakfast coffee pizza movie film takeaway takeout drinks pub beer brunch curry pho sushi chips
    indian chinese thai ramen walk date tea pint run swim cinema netflix cuddle nap samosa noodles icecream
    burgers tacos beach picnic bath game rematch call facetime kebab barbecue bbq`,
  task: `pick grab get bring buy call ring text send book check wash feed walk take make put move fix ask tell order
    print sign drop collect fetch open close turn leave keep hold pass find look watch help remind transfer pay
    email message clean cook heat water lock unlock measure switch start stop charge drive come stay wait meet
    save reply forward upload share show read explain wake massage carry lend borrow cancel change defrost iron
    hang empty fill sort swap dont give let remember confirm record`,
  order: `send bring buy grab get pick call ring text remind book take put check tell ask feed collect fetch order
    leave save message forward keep wake drop print turn switch lock help pay meet show give come stay wait open
    close hold let make transfer pass wear hurry tape record`,
  thing: 'it them me us some this that something anything',
  chore: `dishes dinner laundry lunch cooking cleaning washing groceries shopping flowers coffee lift ride bins kids
    breakfast tea sandwich note card gift present hoovering driving listening waiting everything understanding`,
  praise: `pretty amazing beautiful gorgeous wonderful lovely incredible sweet kind best cute handsome perfect funny
    smart clever brilliant hot sexy adorable thoughtful strong brave special precious stunning talented
    hilarious sweetest kindest loveliest good angel star legend gem treasure genius hero keeper cutest sunshine`,
  slur: `idiot moron loser pathetic stupid dumb selfish lazy useless ridiculous liar psycho crazy childish baby
    worthless disgusting joke coward bitch dick asshole arsehole prick bastard cow clown cunt twat pig
    embarrassment disgrace waste nasty narcissist insane mental dense thick immature hopeless dickhead imbecile
    mess`,
  faults: `selfish lazy inconsiderate thoughtless careless irresponsible cold controlling needy dramatic clingy
    immature rude stubborn ungrateful negative jealous insensitive unreliable impossible spoiled arrogant
    entitled hypocrite forgetful sensitive difficult exhausting distant`,
  harmed: `hit slapped punched choked strangled kicked shoved pushed smacked pinned burned`,
  strike: 'hit slap punch choke strangle smack hurt beat',
  afraid: 'scared afraid terrified frightened petrified',
  wonder: 'weird strange funny cool crazy wild mad beautiful huge tiny cute insane hilarious random odd gorgeous',
  sight: 'sky moon sunset sunrise view rainbow snow stars clouds sea garden dog cat bird squirrel fox puppy kitten',
  ill: 'sick ill poorly unwell feverish nauseous dizzy queasy rough ropey fluey',
};
