const SLOT = /\$\{[^}]+\}/g;

/** Words of a line; a slot counts as one. */
export const wordsIn = (line: string): readonly string[] =>
  line.replace(SLOT, 'slot').match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];

export const sentencesIn = (line: string): readonly string[] =>
  line
    .replace(SLOT, 'slot')
    .split(/(?<=[.?!…])\s+|\n/)
    .filter((sentence) => wordsIn(sentence).length > 0);

/** Groups of vowels, without a silent "e" at the end: near enough for an average. */
const syllables = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/(?<=[^aeiouyl])e$/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length,
  );

/** Flesch-Kincaid: the school year, counted from six years of age, in which most can read it. */
export function readingAge(lines: readonly string[]): number {
  const sentences = lines.flatMap(sentencesIn);
  const words = sentences.flatMap(wordsIn);
  const all = words.reduce((sum, word) => sum + syllables(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (all / words.length) - 15.59;
  return grade + 5;
}
