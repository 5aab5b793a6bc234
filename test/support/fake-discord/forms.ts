import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmissionComponent,
  ComponentType,
  type ModalSubmitComponent,
} from 'discord-api-types/v10';

/** What a person fills in, by the custom id of the field; a field left out keeps what it showed. */
export type FormFields = Readonly<Record<string, string | boolean | readonly string[]>>;

type Field = { readonly type: ComponentType; readonly custom_id: string } & Readonly<Record<string, unknown>>;

/** A modal as it is sent back; refuses what Discord's own client would not let a person send. */
export function fillForm(form: APIModalInteractionResponseCallbackData, fields: FormFields): APIModalSubmission {
  const filled = new Set<string>();
  const fill = (field: Field): ModalSubmitComponent => {
    filled.add(field.custom_id);
    return fillField(field, fields[field.custom_id]);
  };
  const components = form.components.map((part, index): APIModalSubmissionComponent => {
    const id = part.id ?? index + 1;
    if (part.type === ComponentType.TextDisplay) return { type: part.type, id };
    if (part.type === ComponentType.Label) {
      return { type: part.type, id, component: fill(part.component as unknown as Field) };
    }
    const inputs = part.components.map((input) => fill(input as unknown as Field));
    return { type: part.type, id, components: inputs } as APIModalSubmissionComponent;
  });
  const strange = Object.keys(fields).find((name) => !filled.has(name));
  if (strange !== undefined)
    throw new Error(`The form has no field "${strange}"; there are: ${[...filled].join(', ')}`);
  return { custom_id: form.custom_id, components };
}

function fillField(field: Field, given: FormFields[string] | undefined): ModalSubmitComponent {
  const { type, custom_id } = field;
  if (type === ComponentType.TextInput) {
    const value = String(given ?? field['value'] ?? '');
    const longest = Number(field['max_length'] ?? 4_000);
    if (value === '' && field['required'] !== false) throw new Error(`The field "${custom_id}" must be filled in.`);
    if (value.length > longest) throw new Error(`The field "${custom_id}" takes ${longest} characters.`);
    return { type, custom_id, value };
  }
  if (type === ComponentType.Checkbox) return { type, custom_id, value: Boolean(given ?? field['default'] ?? false) };
  if (type === ComponentType.RadioGroup) return { type, custom_id, value: given === undefined ? null : String(given) };
  return { type, custom_id, values: given === undefined ? [] : [given].flat().map(String) } as ModalSubmitComponent;
}
