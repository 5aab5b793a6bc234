/** What somebody reads who asked for something that cannot be done: what is so, and what they can do about it. */
export const refusals = {
  notSaved: { message: 'Nod could not save that just now.', hint: 'Please try again in a minute.' },
  notYours: { message: 'This card was made for somebody else.', hint: 'Use /nod yourself to get your own.' },
  onlyInServer: { message: 'This works only in a server.', hint: 'Use it in the channel that the two of you share.' },
  notOnMessages: {
    message: 'This does not work on messages here.',
    hint: 'Use it in the channel that the two of you share with Nod.',
  },
  notThisServer: { message: 'Nod is not meant for this server.', hint: 'Ask whoever hosts it.' },
  oneself: { message: 'You cannot start Nod with yourself.', hint: 'Name your partner instead.' },
  bot: { message: 'Nod is for two people, not for a bot.', hint: 'Name your partner instead.' },
  lacking: {
    message: (permissions: string) => `Nod cannot work in this channel yet: it lacks ${permissions}.`,
    hint: 'Give Nod these permissions in the settings of this one channel, then ask again.',
  },
  lackingOne: {
    message: (permission: string) => `Nod lacks a permission in this channel: ${permission}.`,
    hint: 'In the channel’s settings, under Permissions, add Nod and allow View Channel, Send Messages and Read Message History.',
  },
  absent: { message: 'Both of you need to see this channel.', hint: 'Add your partner to it, then ask again.' },
  taken: { message: 'Another couple uses Nod in this channel.', hint: 'Choose a channel of your own.' },
  ended: { message: 'This invitation has ended.', hint: 'Ask again with /nod start.' },
  together: {
    message: 'You already use Nod with someone.',
    hint: '/nod leave ends your side; then you can do this.',
  },
  channelUnknown: {
    message: 'This channel does not exist any more, or Nod never knew it.',
    hint: 'Choose another text channel with /nod start.',
  },
  unexpected:
    'Something unexpected went wrong in Nod. Nothing was lost; try again, and tell whoever hosts it if it stays.',
} as const;
