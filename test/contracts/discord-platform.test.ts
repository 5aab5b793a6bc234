import { openStage } from '../platforms/discord/stage.ts';
import { platformContract } from './platform-contract.ts';

platformContract('Discord', async () => {
  const { discord, told, clock, platform, close, ...stage } = await openStage();
  discord.showTo(stage.channel, [stage.ana, stage.ben, stage.cam, discord.bot]);
  return {
    platform,
    channel: stage.channel,
    elsewhere: stage.elsewhere,
    partners: [stage.ana, stage.ben],
    third: stage.cam,
    get heard() {
      return told.events.map(({ event }) => event);
    },
    say: (by, channel, text, replyTo) => discord.say(by, channel, text, replyTo === undefined ? {} : { replyTo }),
    edit: (message, text) => discord.edit(message, text),
    remove: (message) => discord.remove(message),
    react: (by, message, emoji) => discord.react(by, message, emoji),
    unreact: (by, message, emoji) => discord.unreact(by, message, emoji),
    wait: (milliseconds) => clock.advance(milliseconds),
    settled: () => discord.settled(),
    close,
  };
});
