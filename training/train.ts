// npm run train: builds assets/weights.bin from the corpus, the same numbers from the same corpus; about an hour.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { weightsFileOf } from '../src/cli/weights-file.ts';
import type { Model } from '../src/learned/model.ts';
import type { Models } from '../src/learned/pack.ts';
import { calibratedOn, unseenScores } from './calibrate.ts';
import { COMMENT_LABELS, commentExamples, labelledComments } from './comments.ts';
import { TEST_BLOCKS } from './corpus.ts';
import { type Course, learn, replyCourse, utteranceCourse } from './course.ts';
import { tell } from './tell.ts';

/** The whole model: learned from everything, calibrated on what was left out of learning in turn. */
export function teach(course: Course, name: string): Model {
  const unseen = unseenScores(course);
  const questions = calibratedOn(unseen, course);
  for (const line of tell(name, { unseen, questions, course })) console.log(line);
  return { questions, ...learn(course.lessons, course) };
}

/**
 * Says what the weights were made from: the labels of comments and how many of them had their words, and the name and
 * bytes of every file in corpus/ and pairs/ but the blocks kept for measuring. Not covered are those words, the code that
 * makes features, the cues, signs and classes of words among it, the encoder and the numbers training is set to: after a change there,
 * `npm run train` must be remembered.
 */
export function fingerprint(comments = labelledComments().length): string {
  const hash = createHash('sha256').update(`${comments}`).update(readFileSync(COMMENT_LABELS));
  for (const folder of ['corpus', 'pairs']) {
    const url = new URL(`${folder}/`, import.meta.url);
    const files = readdirSync(url).filter((file) => !TEST_BLOCKS.includes(file.replace('.jsonl', '')));
    for (const file of files.sort()) hash.update(file).update(readFileSync(new URL(file, url)));
  }
  return hash.digest('hex').slice(0, 16);
}

if (process.argv[1]?.endsWith('train.ts')) {
  const comments = commentExamples().length;
  const missing = labelledComments().length - comments;
  if (missing > 0)
    console.log(
      `The words of ${missing} comments are not beside this checkout, so these weights will read real chat worse.`,
    );
  const models: Models = {
    madeFrom: fingerprint(comments),
    utterances: teach(await utteranceCourse(), 'utterances'),
    replies: teach(await replyCourse(), 'replies'),
  };
  writeFileSync(new URL('../assets/weights.bin', import.meta.url), weightsFileOf(models));
}
