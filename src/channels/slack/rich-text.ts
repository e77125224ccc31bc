import type { types } from '@slack/bolt';
import { inert } from './escape.ts';
import { LIMITS, wholeCharacters } from './limits.ts';

/** A piece of text in one style. A run is shown as it is: there is no markup in it. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** The little Markdown that our own words use on both platforms: `**bold**`, and `\` before a sign that is meant as it is. */
export function readBold(text: string): readonly Run[] {
  const runs: Run[] = [];
  let bold = false;
  for (const part of text.split(/(?<!\\)(\*\*)/)) {
    if (part === '**') bold = !bold;
    else if (part !== '') runs.push({ text: part.replace(/\\([\\`*_{}[\]()#+\-.!<>~|])/g, '$1'), bold });
  }
  return runs;
}

export const wordsOf = (runs: readonly { readonly text: string }[]): string =>
  runs.map((run) => run.text).join('');

const element = ({ text, bold, italic }: Run): types.RichTextText =>
  bold || italic
    ? { type: 'text', text, style: { ...(bold && { bold }), ...(italic && { italic }) } }
    : { type: 'text', text };

const section = (runs: readonly Run[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements: runs.map(element),
});

/** Cuts a long text into parts that fit, at a space or line break where there is one; joined, they are the text again. */
function parts(runs: readonly Run[]): readonly (readonly Run[])[] {
  const filled: Run[][] = [[]];
  let room: number = LIMITS.text;
  for (const run of runs) {
    let rest = inert(run.text);
    while (rest.length > room) {
      const cut = wholeCharacters(rest, room);
      const space = rest.slice(0, cut).search(/\s\S*$/) + 1;
      // A word that would fit in a block of its own is not cut in two.
      const at = space > 0 ? space : room < LIMITS.text ? 0 : cut;
      if (at > 0) filled.at(-1)?.push({ ...run, text: rest.slice(0, at) });
      rest = rest.slice(at);
      filled.push([]);
      room = LIMITS.text;
    }
    if (rest !== '') filled.at(-1)?.push({ ...run, text: rest });
    room -= rest.length;
  }
  return filled.filter((part) => wordsOf(part).trim() !== '');
}

/** Text of any length, over as many blocks as it needs; none if there are no words. */
export const paragraphs = (runs: readonly Run[]): readonly types.RichTextBlock[] =>
  parts(runs).map((part) => ({ type: 'rich_text', elements: [section(part)] }));

const BULLET = /^\s*[-*] +(?=\S)/;

/** Our own words: lines that begin with "- " become a list. */
export function ownWords(text: string, bold: boolean): readonly types.RichTextBlock[] {
  const lines = text.split('\n');
  const styled = (line: string): readonly Run[] =>
    readBold(line).map((run) => ({ ...run, bold: bold || run.bold === true }));
  if (!lines.some((line) => BULLET.test(line)) || text.length > LIMITS.text) {
    return paragraphs(styled(text));
  }
  const elements: (types.RichTextSection | types.RichTextList)[] = [];
  for (const line of lines) {
    const bullet = BULLET.test(line);
    const runs = styled(line.replace(BULLET, '')).map((run) => ({ ...run, text: inert(run.text) }));
    if (wordsOf(runs).trim() === '') continue;
    const last = elements.at(-1);
    if (!bullet) elements.push(section(runs));
    else if (last?.type === 'rich_text_list') last.elements.push(section(runs));
    else elements.push({ type: 'rich_text_list', style: 'bullet', elements: [section(runs)] });
  }
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements }];
}
