const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/g;
/** What was typed, without what nobody can read: control characters, halves of letters, space at its ends. */
export const clean = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROL, '').toWellFormed().trim();
