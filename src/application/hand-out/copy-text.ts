/**
 * What the hash of a copied text is of: its words without the space between them, because another system breaks lines
 * where it likes.
 */
export const copyText = (text: string): string => text.normalize('NFC').replaceAll(/[\s\u200B\uFEFF]+/gu, '');
