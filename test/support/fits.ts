import { expect } from 'vitest';
import type { Card, Modal } from '../../src/ports/card.ts';
import type { Answer } from '../../src/ports/command.ts';
import { customIdOf } from './pressing.ts';

/** What everything a partner is shown must keep to: Discord's limits, and words that nobody is told. */

/** Words a partner never reads. Source: trust, "Never"; the last ones are what no couple wants to be told. */
export const FORBIDDEN =
  /\b(?:turned away|missed?|muted?|withdraw(?:al|n)?|scores?|scored|streaks?|grades?|rank(?:ed|ing)?|points|fail(?:ed|ure|s)?|ignored|neglect(?:ed)?|toxic|trauma|therap(?:y|ist)|diagnos\w+|attachment style|bids?|horsemen|stonewall\w*)\b/i;

/** Whether Discord takes it as it is, and it says no word that hurts. */
export function expectFits(answer: Answer): void {
  if ('card' in answer) expectCardFits(answer.card);
  else expectModalFits(answer.modal);
  for (const words of wordsOf(answer)) expect(words).not.toMatch(FORBIDDEN);
}

function wordsOf(answer: Answer): readonly string[] {
  if ('card' in answer) return [answer.card.text, ...labelsOf(answer.card)];
  return [answer.modal.title, ...answer.modal.fields.map((field) => `${field.label} ${field.placeholder ?? ''}`)];
}

function labelsOf(card: Card): readonly string[] {
  return (card.rows ?? []).flatMap((row) =>
    'buttons' in row
      ? row.buttons.map((button) => button.label)
      : [row.select.placeholder, ...row.select.choices.map((choice) => `${choice.label} ${choice.hint ?? ''}`)],
  );
}

function expectCardFits(card: Card): void {
  expect(card.text.length, card.text).toBeLessThanOrEqual(2_000);
  expect(card.text.trim(), 'a card says something').not.toBe('');
  const rows = card.rows ?? [];
  expect(rows.length).toBeLessThanOrEqual(5);
  const ids = rows.flatMap((row) => ('buttons' in row ? row.buttons : [row.select]).map((one) => customIdOf(one)));
  for (const id of ids) expect(id.length, id).toBeLessThanOrEqual(100);
  expect(new Set(ids).size, `custom ids are unique on: ${card.text}`).toBe(ids.length);
  for (const row of rows) {
    if ('buttons' in row) {
      expect(row.buttons.length).toBeGreaterThan(0);
      expect(row.buttons.length).toBeLessThanOrEqual(5);
      for (const { label } of row.buttons) expect(label.length, label).toBeLessThanOrEqual(80);
    } else {
      const { choices, placeholder, least = 1, most = 1 } = row.select;
      expect(placeholder.length).toBeLessThanOrEqual(150);
      expect(choices.length).toBeGreaterThanOrEqual(Math.max(1, most));
      expect(choices.length).toBeLessThanOrEqual(25);
      expect(least).toBeLessThanOrEqual(most);
      expect(choices.filter((choice) => choice.chosen).length).toBeLessThanOrEqual(most);
      for (const choice of choices) {
        expect(choice.label.length, choice.label).toBeLessThanOrEqual(100);
        expect(choice.value.length, choice.value).toBeLessThanOrEqual(100);
      }
    }
  }
}

function expectModalFits(modal: Modal): void {
  expect(modal.title.length).toBeLessThanOrEqual(45);
  expect(customIdOf(modal).length).toBeLessThanOrEqual(100);
  expect(modal.fields.length).toBeLessThanOrEqual(5);
  for (const field of modal.fields) {
    expect(field.label.length, field.label).toBeLessThanOrEqual(45);
    expect((field.placeholder ?? '').length).toBeLessThanOrEqual(100);
    expect((field.value ?? '').length, field.label).toBeLessThanOrEqual(field.longest ?? 4_000);
  }
}
