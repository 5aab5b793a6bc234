/** Said by several commands. */
export const common = {
  /** Alike for somebody never asked, not yet begun, and gone. */
  none: 'Nod has not begun for you. It begins when two people both want it: `/nod start` asks, in a channel you share.',
  done: 'Done, on your side.',
  listening: 'Nod is listening here.',
  resting: 'Nod is resting.',
  back: 'Back',
  next: 'Next',
  outdated: 'This card is out of date. Please begin again from the command it came from.',
  again: 'That took a little too long. Please try once more.',
  unread:
    'Much of what you write seems to be in a language that Nod does not read yet. It leaves that alone: nothing is guessed from it, and nothing counted. Only you see this, once.',
  unreachable:
    'Nod could not reach you by direct message. If you would like to get them, allow direct messages from this server in its privacy settings.',
} as const;

/** What each command is for, as the list of commands shows it; at most 100 characters. */
export const summaries = {
  start: 'Ask someone whether you two would like to try Nod in this channel',
  me: 'What you gave lately, for your eyes only',
  us: 'What the two of you shared, in a few words',
  recap: 'A week that is over, in a few words',
  'check-in': 'Say how your week was, for you alone; it is forgotten unless you keep the numbers',
  home: 'What you need most, to press',
  sign: 'See or choose the emoji that means “seen, I want to hear this, not now”',
  card: 'How you like to be met: your own card, and the other’s if they share it',
  why: 'Why Nod wrote to you, and what of yours keeps it silent just now',
  status: 'Whether Nod is listening here',
  settings: 'See and change your own settings',
  ask: 'Put what you need into plain words of your own; nothing is sent or kept',
  repair: 'Ideas for making things good again, for your eyes only',
  demo: 'A two-minute game on made-up chats, for you alone',
  busy: 'Tell Nod until when you cannot answer',
  pause: 'Stop listening on your side, until you resume',
  resume: 'Listen again on your side',
  leave: 'End Nod on your side',
  privacy: 'What is kept, why and for how long',
  export: 'A file of what Nod has of you alone',
  delete: 'Delete everything Nod has of you',
  help: 'What Nod does, and where to find people to talk to',
  whisper: 'The direct messages of Nod',
  'first-look': 'What Nod says when the first days are over',
  graduation: 'What Nod says when you need no messages',
  renew: 'Whether Nod is still fine with you',
  respond: 'Ways to answer what your partner wrote, in your own words',
  noticed: 'What Nod heard in a message of your own, and why',
} as const;

/** What each option is, and the names of its choices; at most 100 characters each. */
export const options = {
  partner: 'The person you would like to ask',
  period: 'How far back to look; a month unless you choose',
  periods: { week: 'week', month: 'month', 'three-months': 'three months' },
  numbers: 'Show numbers about yourself, if you have switched them on',
  sign: 'One emoji, such as 🫖, or “none”',
  until: 'A time such as 17:30 or 5pm, or a while such as in 2h',
} as const;
