/** The wording for a count; languages with more forms than English add theirs here. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

const rules = new Intl.PluralRules('en');

/** `plural(2, { one: '# person', other: '# people' })` → `2 people`. */
export function plural(count: number, forms: Forms): string {
  const form = rules.select(count) === 'one' ? forms.one : forms.other;
  return form.replace('#', String(count));
}
