import { countingIn } from '../plural.ts';

/** `plural(2, { one: '# person', other: '# people' })` → `2 people`. */
export const plural = countingIn('en', ['one', 'other']);
