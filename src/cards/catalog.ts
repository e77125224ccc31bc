import { type CardDocument, fill, type SlotData } from './fill.ts';
import type { Card } from './model.ts';

/** A text in `cards/phrases.json`: a line that stands in several cards. */
export type Phrases = Readonly<Record<string, string>>;

/** Every document of `cards/`, by file name without its ending. */
export interface CardFiles {
  readonly documents: Readonly<Record<string, CardDocument>>;
  readonly phrases: Phrases;
  readonly notifications: Phrases;
}

export interface Cards {
  show(name: string, data: SlotData): Card;
  /** A line of `phrases.json` with its slots filled. Never takes a person's words. */
  say(name: string, slots?: Readonly<Record<string, string | number>>): string;
  /** A notification of the fixed list, with the reference. */
  notify(name: string, slots?: Readonly<Record<string, string>>): string;
}

function fillLine(
  kind: string,
  lines: Phrases,
  name: string,
  slots: Readonly<Record<string, string | number>>,
): string {
  const line = Object.hasOwn(lines, name) ? lines[name] : undefined;
  if (line === undefined) throw new Error(`cards/${kind}.json has no "${name}"`);
  return line.replace(/\$\{([\w-]+)\}/g, (_, slot: string) => {
    const value = Object.hasOwn(slots, slot) ? slots[slot] : undefined;
    if (value === undefined) throw new Error(`cards/${kind}.json, "${name}": nothing fills \${${slot}}`);
    return String(value);
  });
}

/** `stamp` gives each button its signed action id. */
export function cardsFrom(files: CardFiles, stamp: (card: Card) => Card): Cards {
  return {
    show(name, data) {
      const document = Object.hasOwn(files.documents, name) ? files.documents[name] : undefined;
      if (document === undefined) throw new Error(`cards/${name}.json does not exist`);
      return stamp(fill(name, document, data));
    },
    say: (name, slots = {}) => fillLine('phrases', files.phrases, name, slots),
    notify: (name, slots = {}) => fillLine('notifications', files.notifications, name, slots),
  };
}
