import { MADE_BY, type Page } from './page.ts';
import { columnsTable, keptTable, rightsTable } from './retention.ts';

/** The privacy text, around the table that also feeds `/nod privacy`, the purge, deletion and the export. */
export function privacyPage(): Page {
  return { path: 'PRIVACY.md', text: `${MADE_BY}\n\n${privacy}` };
}

const privacy = `# What Nod keeps, and what it never keeps

Nod reads one channel that two partners share, and only while both of their own switches are on. It reads nothing
before the second of them agreed, nothing anybody else writes there, and nothing anywhere else, save one: a message in your
own direct messages that one of you points at with “Help me respond”, once both of you have switched that on. It also sees
when you two meet in a voice channel of the same server, which counts as an answer, and never what is said there.

## What is kept

${keptTable()}

That is the whole list: it is the table in \`src/domain/retention.ts\` behind \`/nod privacy\`, the daily purge,
\`/nod data export\` and \`/nod data delete\` too. A table or a column of the database that it does not name fails a test.

## What is never kept

- **Words.** What either of you writes lives in memory while its moment is open, 48 hours at most, and is gone with
  the process. No table, log line, error or message of Nod's holds it, or anything it could be recovered from.
- **What went past.** Only warm answers are written down. There is no row for silence, for a cold answer or for harsh
  words, so there is nothing to add up or to show. While a moment can still be answered, a day at most, the state of the
  couple holds that it was spoken past; then that goes.
- **Why Nod rested.** There is one time until which it rests, whatever the cause. Beside it stands, for a day after harsh
  words, until when an exchange counts as tense; not whose they were.
- **How long you typed.** Where you let your typing count, Nod keeps the time at which you were last here, and nothing
  else of it. How long you typed or paused, which may tell that a short line was hard to say, is in the memory of the
  running bot alone and counts for 5 minutes at most: it is gone once what you are saying is over or the other writes or,
  where no line comes, when something happens after these 5 minutes. That it was long is a reason like others while the
  moment is live, and goes when you switch typing off. The other is shown neither.
- **Times of answers for the other.** What you gave is yours to see; your partner never sees your side, save a
  card that you share yourself.

## Who can see it

- **You** see what you agreed to and set (\`/nod settings\`) and what you gave (\`/nod me\`). Once both of you have left
  (\`/nod leave\`), everything about the two of you is removed.
- **Your partner** sees none of it. Pausing, leaving, declining and not answering look alike from the other side.
- **Whoever hosts Nod** could, with some effort, see when Nod wrote to you and what, the buttons you pressed, your
  settings and counts. Where they have set a key, encryption keeps out thieves, not them; where they have not, whoever
  gets the file can see the same. Nod tells you which before you agree. If that matters, say no, or pick someone else
  to run it. Whoever runs Nod could also change it, or use its access to Discord, and so read every word in the channel,
  whether Nod listens or not.
- **Discord** sees what you write there anyway, and also what you press and the text of all that Nod shows you.
- **Others in the server** see that Nod is a member, and whoever can read the channel sees the invitation; nothing else.
- **Nobody else.** Nod sends nothing to any service but Discord, unless whoever hosts it has set up
  [a language model](docs/judge.md) and you both agree to that by itself; it is off. That page says what is sent then.

## What is yours

\`/nod data export\` hands you a file of what is yours alone. It has no times, no ids and no kinds of moments, since these
would tell what your partner wrote; weeks come two days after their end, so that a file asked for every day is no diary
of the other. It is not evidence of anything: Nod hears only part of what happens between two people and is sometimes
wrong, and anybody can change a file.

\`/nod data delete\` asks once and then deletes all that Nod has of you, at once and for good, whether Nod listens or
rests; not from backups that whoever hosts it has made. Nod's direct messages to you go with it, or as soon as Discord lets
them. To your partner it looks as if you had left.

${rightsTable()}

## Column by column

${columnsTable()}

## If you are afraid

If you are afraid of your partner's reaction, do not use Nod. You can say no, or stop later; no reason is ever given.
`;
