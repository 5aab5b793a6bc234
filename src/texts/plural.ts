/** One wording a category that the language has; CLDR names them, and `Intl.PluralRules` (ICU) tells them apart. */
export type Forms<Category extends Intl.LDMLPluralRule> = Readonly<Record<Category, string>>;

/**
 * How a language counts: `countingIn('pl', ['one', 'few', 'many', 'other'])` makes a function that takes a count and
 * one wording for each of these; `#` stands for the number. Refuses a list that is not exactly what the language has.
 */
export function countingIn<const Category extends Intl.LDMLPluralRule>(
  language: string,
  categories: readonly Category[],
): (count: number, forms: Forms<Category>) => string {
  const rules = new Intl.PluralRules(language);
  const { pluralCategories } = rules.resolvedOptions();
  if ([...pluralCategories].sort().join() !== [...categories].sort().join()) {
    throw new RangeError(`${language} counts in ${pluralCategories.join(', ')}`);
  }
  const numbers = new Intl.NumberFormat(language);
  return (count, forms) => {
    const wordings: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = forms;
    return wordings[rules.select(count)]?.replace('#', numbers.format(count)) ?? '';
  };
}
