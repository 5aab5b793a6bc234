import {
  type APIButtonComponentWithCustomId,
  type APIMessage,
  type APIMessageComponentInteractionData,
  type APISelectMenuComponent,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { nested } from './limits.ts';
import type { World } from './world.ts';

/** Names a control by its custom id or its label, exactly or by pattern. */
export type ControlName = string | RegExp;

type Control = APIButtonComponentWithCustomId | APISelectMenuComponent;

/** Everything on a message that a person could use, enabled or not. */
function controlsOf(message: APIMessage): Control[] {
  const parts = (message.components ?? []).flatMap((component): object[] => [component, ...nested(component)]);
  return parts.filter((part) => 'custom_id' in part) as Control[];
}

/** The one control of that name which can be used now. */
export function findControl(message: APIMessage, name: ControlName): Control {
  const named = controlsOf(message).filter((control) => isNamed(control, name));
  const [control, ...others] = named;
  if (control === undefined || others.length > 0) {
    const there = controlsOf(message).map(({ custom_id }) => custom_id);
    throw new Error(`${named.length} controls are called ${name}; there are: ${there.join(', ') || 'none'}`);
  }
  if (control.disabled) throw new Error(`The control ${name} is disabled.`);
  return control;
}

function isNamed(control: Control, name: ControlName): boolean {
  const names = [control.custom_id, ...('label' in control && control.label !== undefined ? [control.label] : [])];
  return names.some((one) => (typeof name === 'string' ? one === name : name.test(one)));
}

export function pressed(control: Control): APIMessageComponentInteractionData {
  if (control.type !== ComponentType.Button) throw new Error(`${control.custom_id} is not a button.`);
  return { custom_id: control.custom_id, component_type: control.type };
}

/** The choice of these values, checked as Discord's own client does. */
export function chosen(world: World, control: Control, values: readonly string[]): APIMessageComponentInteractionData {
  if (control.type === ComponentType.Button) throw new Error(`${control.custom_id} is a button.`);
  const least = control.min_values ?? 1;
  const most = control.max_values ?? 1;
  if (values.length < least || values.length > most)
    throw new Error(`Choose ${least} to ${most}, not ${values.length}.`);
  const choice = { custom_id: control.custom_id, values: [...values] };
  switch (control.type) {
    case ComponentType.StringSelect:
      checkOffered(control, values);
      return { ...choice, component_type: control.type };
    case ComponentType.UserSelect: {
      const users = Object.fromEntries(values.map((id) => [id, world.user(id).user]));
      return { ...choice, component_type: control.type, resolved: { users } };
    }
    case ComponentType.ChannelSelect:
      return { ...choice, component_type: control.type, resolved: { channels: {} } };
    case ComponentType.RoleSelect:
      return { ...choice, component_type: control.type, resolved: { roles: {} } };
    case ComponentType.MentionableSelect:
      return { ...choice, component_type: control.type, resolved: {} };
  }
}

function checkOffered(select: APIStringSelectComponent, values: readonly string[]): void {
  const offered = select.options.map(({ value }) => value);
  const strange = values.find((value) => !offered.includes(value));
  if (strange !== undefined) throw new Error(`"${strange}" is not offered; there are: ${offered.join(', ')}`);
}
