import type { Container } from '../../src/cards/model.ts';
import type { Client } from './organisation.ts';

/** What Today shows: the lines of each group, by its words without the count. */
export function deskGroups(client: Client): Readonly<Record<string, readonly string[]>> {
  const containers = client
    .card()
    .body.filter((each): each is Container => each.type === 'Container')
    .filter(({ style }) => style === undefined);
  return Object.fromEntries(
    containers.flatMap(({ items }) => {
      const [title, ...rest] = items;
      if (title?.type !== 'TextBlock' || !/: \d+$/.test(title.text)) return [];
      const lines = rest.flatMap((each) =>
        each.type === 'RichTextBlock' ? [each.inlines.map(({ text }) => text).join('')] : [],
      );
      return [[title.text.replace(/: \d+$/, ''), lines]];
    }),
  );
}
