import { type DocumentEntry, HandOutDocument } from '../../src/application/hand-out/document.ts';

/** Every kind of thing that stands on a page, about nobody. */
const ENTRIES: readonly Omit<DocumentEntry, 'reference'>[] = [
  {
    title: 'Reported',
    happened: '23 November 2026, 14:20',
    written: '24 November 2026, 10:05',
    who: 'Ada Finch',
    lines: [
      { text: 'A bruise on the left arm. Robin said: I fell.' },
      { text: 'Opinion of the reporter: Looked tired.', opinion: true },
    ],
  },
  {
    title: 'Note',
    happened: '',
    written: '24 November 2026, 11:00',
    who: 'Daud Haddad داود حداد',
    lines: [
      { text: 'محمد علي قال إنه لا يريد العودة إلى البيت (اليوم 24) وهو خائف جدا من أن يحدث ذلك مرة أخرى' },
      { text: 'מה שלומך היום, then left. Олена Коваль, Ελένη, Nguyễn Thị and Łukasz.' },
      { text: `https://example.invalid/${'x'.repeat(300)}` },
    ],
  },
  {
    title: 'Same child as in the register',
    happened: '',
    written: '24 November 2026, 12:00',
    who: 'Iris Kay',
    lines: [{ text: 'Robin Vale' }],
    struck: 'Struck through: another Robin. Said by Iris Kay, agreed by Nadia Marsh.',
  },
];

export function sampleDocument(
  entries = ENTRIES.length,
  more: Partial<HandOutDocument> = {},
): HandOutDocument {
  return HandOutDocument.parse({
    format: 1,
    kind: 'chronology',
    title: 'Chronology',
    organisation: 'Fernhill School',
    reference: 'K7Q4-MD2X',
    words: {
      confidential: 'Confidential: safeguarding',
      page: 'Page {page} of {pages}',
      happened: 'Happened',
      written: 'Written',
      people: 'Who is in it',
      entries: 'What happened',
      openings: 'Who opened it, and when',
      left: 'What was left out, and why',
      check: 'How to check this file',
      how: 'With signpost verify.',
      undrawn: 'Some letters are shown as boxes.',
    },
    made: { at: '2026-11-24T14:05:00.000Z', policyVersion: 3 },
    facts: [{ title: 'About:', text: 'Robin Vale' }],
    people: [{ title: 'Saw it:', text: 'محمد، أحمد' }],
    entries: Array.from({ length: entries }, (_, n) => ({
      reference: 'K7Q4-MD2X',
      ...ENTRIES[n % ENTRIES.length],
    })),
    openings: [{ title: 'Iris Kay', text: '24 November 2026, 10:10 · K7Q4-MD2X' }],
    left: ['No names were left out.'],
    records: [{ record: '0123456789abcdefghjkmnpqrs', events: 9, chain: 'a'.repeat(64) }],
    ...more,
  });
}
