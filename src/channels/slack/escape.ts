/**
 * Explicit direction marks (embed, override, isolate) and control characters, which can make a line read as something
 * else. Line breaks and tabs stay, and so do the implicit marks that Arabic and Hebrew need. The record keeps the words as
 * typed: this is only how they are shown.
 */
const DECEPTIVE = /[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/**
 * Everything in a card goes into `plain_text` or rich text `text` elements, which Slack never reads as markup: `<!channel>`,
 * `<@U…>`, links and `*stars*` stay what they are. So nothing is escaped there, only made to lie flat.
 */
export const inert = (text: string): string => text.replaceAll('\r\n', '\n').replace(DECEPTIVE, '');

/** For the one place where Slack does read markup: the `text` of a message, which becomes its notification. */
export const escapeMrkdwn = (text: string): string =>
  inert(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
