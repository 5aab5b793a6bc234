import { texts } from './texts.ts';

/** The words of a hint; undefined for an id that an earlier version knew. */
export function hintText(id: string): string | undefined {
  const [list = '', name = ''] = id.split('/');
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = texts.hints;
  return Object.hasOwn(lists, list) && Object.hasOwn(lists[list] ?? {}, name) ? lists[list]?.[name] : undefined;
}
