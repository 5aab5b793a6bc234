import type { Catalogue } from '../../../../src/texts/catalogue.ts';
import { countingIn } from '../../../../src/texts/plural.ts';
import { dayIn, isNoSpan, sayClockSpans } from '../../../../src/texts/times.ts';

const plural = countingIn('pl', ['one', 'few', 'many', 'other']);

/** A part with words for counts, in a language that counts in more forms than English. */
export const times = {
  none: 'nic',
  spans: (spans) => (spans.every(isNoSpan) ? 'nic' : sayClockSpans(spans)),
  day: dayIn('pl'),
  duration(seconds) {
    const minutes = Math.round(seconds / 60);
    return plural(minutes, { one: '# minuta', few: '# minuty', many: '# minut', other: '# minuty' });
  },
} satisfies Catalogue['times'];
