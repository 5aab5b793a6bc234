import type { EarlierSaid, ReadingContext } from '../../domain/reading.ts';
import type { Cue } from '../cue.ts';

const HOUR_SECONDS = 3600; // annotation guide, "Risk": two demands within an hour

/** A demand for an answer or a place. Alone it is none; it repeats, or a threat comes with it. */
const DEMAND =
  /\b(?:where (?:are|r) (?:you|u)|where (?:you|u) at|where were (?:you|u)|answer (?:me|your|ur|the|my)|pick up|who (?:are|r) (?:you|u) with|who(?:'?s| is) (?:that|with you|there)|why (?:are(?:n'?t|nt)|r|are) (?:you|u) (?:not )?(?:answering|replying|ignoring)|why (?:aren'?t|arent) (?:you|u)|(?:reply|respond|call me|ring me|text me) (?:now|back|right)|send (?:me )?(?:your|ur|a) (?:location|live|photo|pic|proof)|what are (?:you|u) doing|hello\?\?+|(?:you|u) (?:better|had better) (?:answer|reply))/i;

const LIMIT = 400; // characters of a message looked at for a demand: demands are short

const demands = (text: string) => DEMAND.test(text.slice(0, LIMIT));

/** The speaker's own demands within the hour that the other has not answered since. */
function unansweredDemands(context: ReadingContext): readonly EarlierSaid[] {
  const lastAnswer = context.earlier.findLastIndex(({ own }) => !own);
  return context.earlier
    .slice(lastAnswer + 1)
    .filter(({ own, secondsAgo, text }) => own && secondsAgo <= HOUR_SECONDS && demands(text));
}

/** Surveillance, isolation, ultimatums, demands for instant replies or proof of location. */
export const COERCION_CUES = [
  {
    id: 'coercion/answer-now',
    because: 'demands an instant answer',
    hears: ['answer me NOW', 'pick up the phone right now', 'reply now or else', 'you better answer me'],
    ignores: [
      'answer me when you can',
      'pick up milk now please',
      'can you answer me now?',
      'call me now!! i have news 🎉',
      'the answer is no',
    ],
    phrases: [
      'answer|reply|respond|text|pick|call ~ me|your|the|up|back|to ~ phone|fucking|damn|me? ~ now|immediately',
      'answer|reply ~ me|now ~ or',
      'answer ~ your|the|my ~ fucking|damn ~ phone|message|messages|question',
      'pick ~ up ~ the|your ~ fucking|damn? ~ phone ~ now|right_now',
      'pick ~ up ~ now',
      'you ~ better ~ answer|reply|pick|call|respond|come|be|not',
      'you ~ have ~ <n> ~ minutes|seconds|second ~ $',
      'you ~ have ~ <n> ~ minutes|seconds ~ to ~ answer|reply|call|send|prove|come|get',
      '^ <n>|three|two|five|four ~ minutes ~ clocks|leave|or',
      'why ~ arent ~ you ~ answering ~ me',
      'dont ~ you|ignore ~ dare? ~ ignore|me ~ me|$',
      'when ~ i ~ call ~ you ~ you ~ answer',
      'in ~ <n> ~ minutes ~ or|dont',
    ],
    weight: 0.66,
    unless: ['laughing', 'loving', 'asked', 'glad'],
  },
  {
    id: 'coercion/proof-of-place',
    because: 'demands proof of where or with whom the partner is',
    hears: [
      "send me your location or we're done",
      'turn your location back on',
      'prove it, send a photo of where you are',
      'send a pic right now with everyone in it',
      'show me your phone',
    ],
    ignores: [
      'send me the location of the restaurant',
      'location for tonight?',
      'send a pic of the cake',
      'can you share your location so i can find you?',
      'send proof of the fish 😂',
    ],
    phrases: [
      'send|share|show ~ me? ~ your ~ live? ~ location|dot ~ now|or|immediately|so|$',
      'turn|put|switch ~ on? ~ your|the|it ~ live? ~ location|map|tracking ~ back? ~ on',
      'turn ~ it|your ~ back? ~ on ~ or',
      'turn ~ your|the ~ location|map',
      'turn|put ~ on ~ your|the ~ live? ~ location|map',
      'location ~ back ~ on',
      'your ~ location|dot ~ is|went|says|off|isnt',
      'prove ~ it ~ $',
      'prove ~ it ~ send|or|now',
      'prove ~ youre|where|that|to',
      'photo|pic ~ of ~ where|who|the ~ you|youre|two|room ~ of|now|$',
      'photo|pic|video ~ now|immediately|right ~ now|$',
      'photo ~ of ~ the|you ~ .. ~ immediately',
      'with ~ everyone ~ in ~ it',
      'send ~ a ~ photo|video ~ of ~ the|you ~ two|both|room|with',
      'show|give ~ me ~ your ~ phone|messages|password|passwords|chats|dms|passcode',
      'let ~ me ~ see|check ~ your ~ phone|messages',
      'i ~ checked|went|looked ~ through? ~ your ~ phone|messages|location',
      'if ~ you ~ have ~ nothing ~ to ~ hide',
      'nothing ~ to ~ hide',
      'whos ~ the ~ guy|bloke|man|girl|woman ~ behind|next|with|in ~ you|your',
    ],
    weight: 0.62,
    unless: ['laughing', 'loving', 'asked', 'wished'],
  },
  {
    id: 'coercion/ultimatum',
    because: 'sets an ultimatum or threatens to end it to get their way',
    hears: [
      "send me your location or we're done",
      "if you go out tonight don't bother coming home",
      "it's them or me",
      'if you loved me you would stay',
      'do it or else',
    ],
    ignores: [
      'tea or me making coffee',
      'if you go out tonight get milk',
      "don't bother cooking, i'll order",
      'if you loved that film you will love this',
      'is it them or me who pays?',
    ],
    phrases: [
      'or ~ were|its|im ~ done|over|through|leaving|finished|gone',
      'or else $',
      'or ~ we ~ are ~ done|over|through',
      'dont ~ bother ~ coming|bringing ~ home|back|to|the|here',
      'dont ~ need ~ to ~ come|bother ~ coming? ~ back|home',
      'its ~ them|him|her|me ~ or ~ me|them|him|her ~ $',
      'me ~ or ~ them|him|her|your ~ mum|friends|job|family|sister|$',
      'choose ~ me|between ~ or|me|them|us',
      'if ~ you ~ really? ~ loved|cared ~ me|about ~ you|me ~ would|wouldnt|youd|you|',
      'if ~ you ~ really? ~ loved ~ me',
      'if ~ you ~ leave|go|see|talk|meet .. ~ ill|im|its|were|dont ~ kill|hurt|leave|take|over|done|end|gonna|bother',
      'if ~ you ~ leave ~ me ~ ill',
      'you ~ wont ~ see ~ the ~ kids|children ~ again',
      'youll ~ never ~ see ~ the|your|them ~ kids|children|again',
      'ill ~ take ~ the ~ kids|children ~ and',
      'last ~ chance ~ or|$',
      'final ~ warning',
    ],
    weight: 0.62,
    evenNegated: true,
    unless: ['laughing', 'loving', 'asked'],
  },
  {
    id: 'coercion/isolates',
    because: 'forbids people, places or clothes',
    hears: [
      "you're not allowed to see her",
      "i don't want you talking to him",
      'you are not going out dressed like that',
      'i forbid it',
      'delete his number',
    ],
    ignores: [
      "you're not allowed to see the present yet 😄",
      'dogs are not allowed',
      "i don't want you to be sad",
      'are you going out?',
      'delete the blurry photos',
    ],
    phrases: [
      'youre|you_are ~ not ~ allowed ~ to ~ see|meet ~ her|him|them|your|that|anyone',
      'youre|you_are ~ not ~ allowed ~ to ~ talk|go|wear|leave|speak|meet|have|work|text|out',
      'dont ~ want|like ~ you ~ seeing|talking|hanging|going|meeting|wearing|texting|speaking|working|doing|around',
      'you ~ cant ~ see|talk|hang|meet|speak|text|wear ~ to|with|out|her|him|them|that ~ her|him|them|anymore|again|$',
      'youre|you_are ~ not ~ going|leaving ~ out|anywhere ~ dressed|like|wearing|without|tonight|$',
      'i ~ forbid',
      'delete|block|unfriend|unfollow ~ him|his|her|that|them ~ number|guy|girl|now|$',
      'stay ~ away ~ from ~ him|her|them|that',
      'stop ~ seeing|talking|speaking ~ to? ~ him|her|them|your',
      'you ~ dont ~ need ~ friends|them|her|him|anyone ~ else|$',
      'you ~ need ~ my ~ permission',
      'did ~ i ~ say ~ you ~ could',
      'i ~ stopped ~ seeing|going|choir|talking ~ .. ~ because ~ of ~ you|this',
      'i ~ stopped ~ .. ~ because ~ of ~ this|you',
    ],
    weight: 0.62,
    evenNegated: true,
    unless: ['laughing', 'loving', 'asked'],
  },
  {
    id: 'coercion/demands-again',
    because: 'repeats a demand that stands unanswered within the hour',
    hears: [
      { text: 'where are you', earlier: [{ own: true, secondsAgo: 900, text: 'where are you??', attachments: [] }] },
      {
        text: 'ANSWER',
        earlier: [
          { own: true, secondsAgo: 1200, text: 'who are you with', attachments: [] },
          { own: true, secondsAgo: 600, text: 'pick up', attachments: [] },
        ],
      },
    ],
    ignores: [
      'where are you',
      {
        text: 'where are you',
        earlier: [
          { own: true, secondsAgo: 900, text: 'where are you', attachments: [] },
          { own: false, secondsAgo: 600, text: 'on the bus', attachments: [] },
        ],
      },
      { text: 'where are you', earlier: [{ own: true, secondsAgo: 9000, text: 'where are you', attachments: [] }] },
      { text: 'home now', earlier: [{ own: true, secondsAgo: 900, text: 'where are you', attachments: [] }] },
    ],
    given: 'earlier',
    when: ({ said, context }) =>
      unansweredDemands(context).length > 0 && // most often none, and cheaper to see than a demand
      (demands(said.text) || /^\s*(?:answer|reply|hello)\W*$/i.test(said.text.slice(0, LIMIT))),
    weight: 0.66,
    unless: ['laughing', 'loving'],
  },
] as const satisfies readonly Cue[];
