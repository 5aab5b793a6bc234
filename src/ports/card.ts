/** Characters of a card's text. Discord API reference, "Create Message". */
export const LONGEST_CARD = 2_000;

/** Anything Nod shows: platform-neutral, rendered by the platform. */
export interface Card {
  /** Plain text with Markdown as Discord knows it; no longer than LONGEST_CARD. */
  readonly text: string;
  /** At most five rows. */
  readonly rows?: readonly CardRow[];
}

export type CardRow = { readonly buttons: readonly Button[] } | { readonly select: Select };

/**
 * A button carries all it needs in `path`, `action` and `id`, so that it works after a restart:
 * its custom id is `path:action:id:partner`, at most 100 characters.
 */
export interface Button {
  readonly label: string;
  /** The command that answers it, as its path: `start`, `data/export`. */
  readonly path: string;
  readonly action: string;
  readonly id?: string;
  readonly look?: 'primary' | 'secondary' | 'success' | 'danger';
  readonly disabled?: boolean;
}

export interface Select {
  readonly path: string;
  readonly action: string;
  readonly id?: string;
  readonly placeholder: string;
  /** At most 25. */
  readonly choices: readonly {
    readonly label: string;
    readonly value: string;
    readonly chosen?: boolean;
    readonly hint?: string;
  }[];
  /** How many may be chosen; default exactly one. */
  readonly least?: number;
  readonly most?: number;
}

/** A form that asks for a few lines of text. */
export interface Modal {
  readonly title: string;
  readonly path: string;
  readonly action: string;
  readonly id?: string;
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly value?: string;
    readonly placeholder?: string;
    readonly required?: boolean;
    readonly longest?: number;
  }[];
}
