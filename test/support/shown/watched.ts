import type { Catalogue } from '../../../src/texts/catalogue.ts';

/** The catalogue as it is, and the names of those of its texts with arguments that have been said. */
export function watched(catalogue: Catalogue): { readonly catalogue: Catalogue; readonly called: ReadonlySet<string> } {
  const called = new Set<string>();

  function watch<Part>(part: Part, name: string): Part {
    if (typeof part === 'function') {
      const said = (...given: unknown[]): unknown => {
        called.add(name);
        return (part as unknown as (...all: unknown[]) => unknown)(...given);
      };
      return said as Part;
    }
    if (Array.isArray(part)) return part.map((one, index) => watch(one, `${name}.${index}`)) as Part;
    if (typeof part !== 'object' || part === null) return part;
    const parts = Object.entries(part).map(([key, one]) => [key, watch(one, name === '' ? key : `${name}.${key}`)]);
    return Object.fromEntries(parts) as Part;
  }

  return { catalogue: watch(catalogue, ''), called };
}

/** A text of the catalogue; one with arguments has none of its own. */
export interface NamedText {
  readonly name: string;
  readonly text?: string;
}

/** Every text of the catalogue by its name, such as `home.pause`. */
export function textsOf(part: unknown, name = ''): readonly NamedText[] {
  if (typeof part === 'string') return [{ name, text: part }];
  if (typeof part === 'function') return [{ name }];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, one]) => textsOf(one, name === '' ? key : `${name}.${key}`));
}
