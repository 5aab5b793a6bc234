import { createHmac, randomBytes } from 'node:crypto';

/** Opinions on the last questions, by a fingerprint that tells nothing of them once the process is gone. */
export interface OpinionCache<Opinion> {
  fingerprint(question: string): string;
  get(fingerprint: string): Opinion | undefined;
  set(fingerprint: string, opinion: Opinion): void;
}

/** An evening's questions; an opinion is a few labels and numbers. Our choice. */
const MOST_OPINIONS = 500;

/** Its salt is made here and written nowhere, so that nobody can try out sentences on what it holds (law 2). */
export function createOpinionCache<Opinion>(): OpinionCache<Opinion> {
  const salt = randomBytes(32);
  const opinions = new Map<string, Opinion>();
  return {
    fingerprint: (question) => createHmac('sha256', salt).update(question).digest('base64'),
    get: (fingerprint) => opinions.get(fingerprint),
    set(fingerprint, opinion) {
      opinions.set(fingerprint, opinion);
      const [oldest] = opinions.keys();
      if (opinions.size > MOST_OPINIONS && oldest !== undefined) opinions.delete(oldest);
    },
  };
}
