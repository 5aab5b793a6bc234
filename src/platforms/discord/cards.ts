import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { type Button, type Card, type CardRow, LONGEST_CARD, type Modal, type Select } from '../../ports/card.ts';
import { writeCustomId } from './custom-id.ts';

// Discord API reference: "Create Message", "Component Reference".
const LONGEST_LABEL = 80;
const LONGEST_CHOICE = 100;
const LONGEST_PLACEHOLDER = 150;
const LONGEST_MODAL_LABEL = 45;
const MOST_CHOICES = 25;
/** A field for more than this gets several lines. */
const ONE_LINE = 150;

const LOOKS = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const satisfies Record<NonNullable<Button['look']>, ButtonStyle>;

/** A message as Discord takes it; nobody is ever pinged by it. */
export interface RenderedCard {
  readonly content: string;
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowed_mentions: { readonly parse: [] };
}

/**
 * The card for one person's eyes, or for everyone's. Plain content and rows: a message made of components
 * alone shows an empty preview on phones.
 */
export function renderCard(card: Card, partner: string): RenderedCard {
  return {
    content: cut(card.text, LONGEST_CARD),
    components: (card.rows ?? []).map((row) => renderRow(row, partner)),
    allowed_mentions: { parse: [] },
  };
}

export function renderModal(modal: Modal, partner: string): APIModalInteractionResponseCallbackData {
  return {
    title: cut(modal.title, LONGEST_MODAL_LABEL),
    custom_id: writeCustomId({ path: modal.path, action: modal.action, id: modal.id ?? '', partner }),
    components: modal.fields.map((field) => ({
      type: ComponentType.ActionRow as const,
      components: [renderField(field)],
    })),
  };
}

function renderRow(row: CardRow, partner: string): APIActionRowComponent<APIComponentInMessageActionRow> {
  const components =
    'buttons' in row ? row.buttons.map((button) => renderButton(button, partner)) : [renderSelect(row.select, partner)];
  return { type: ComponentType.ActionRow, components };
}

function renderButton(button: Button, partner: string): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: LOOKS[button.look ?? 'secondary'],
    label: cut(button.label, LONGEST_LABEL),
    custom_id: writeCustomId({ path: button.path, action: button.action, id: button.id ?? '', partner }),
    ...(button.disabled === true && { disabled: true }),
  };
}

function renderSelect(select: Select, partner: string): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: writeCustomId({ path: select.path, action: select.action, id: select.id ?? '', partner }),
    placeholder: cut(select.placeholder, LONGEST_PLACEHOLDER),
    min_values: select.least ?? 1,
    max_values: Math.min(select.most ?? 1, select.choices.length),
    options: select.choices.slice(0, MOST_CHOICES).map((choice) => ({
      label: cut(choice.label, LONGEST_CHOICE),
      value: choice.value,
      ...(choice.chosen === true && { default: true }),
      ...(choice.hint !== undefined && { description: cut(choice.hint, LONGEST_CHOICE) }),
    })),
  };
}

function renderField(field: Modal['fields'][number]): APITextInputComponent {
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    label: cut(field.label, LONGEST_MODAL_LABEL),
    style: (field.longest ?? 0) > ONE_LINE ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required ?? false,
    ...(field.value !== undefined && { value: field.value }),
    ...(field.placeholder !== undefined && { placeholder: cut(field.placeholder, LONGEST_CHOICE) }),
    ...(field.longest !== undefined && { max_length: field.longest }),
  };
}

/** Discord refuses what is too long as a whole; an answer cut short, though never within an emoji, is better than none. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
