/** Letters that no accent can be taken off. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Latin letters without their accents, in small letters; every other script as it is written. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => OWN_LETTERS[letter] ?? letter);

/** "Anne-Marie O’Neil" as its words: anne, marie, oneil. */
export const nameWords = (text: string): readonly string[] =>
  folded(text)
    .replace(/['’‘`´ʼ]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
