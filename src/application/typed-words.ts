/** Words alone, with a space on either side of each: " a phone rings ". */
export const bareWords = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** "phone" stands in "two phones", and not in "telephone". */
export const holdsWords = (text: string, wanted: string): boolean => {
  const words = bareWords(wanted).trim();
  return words !== '' && (text.includes(` ${words} `) || text.includes(` ${words}s `));
};
