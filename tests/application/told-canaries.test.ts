import { RecordId } from '../../src/domain/ids.ts';
import { foundIn } from '../support/canaries.ts';
import { reports } from '../support/everything-typed.ts';
import { planting } from '../support/planted.ts';
import { buttonsOf } from '../support/press.ts';
import { stepForm, takes, tellingSchool } from '../support/telling-policy.ts';
import { buttonsAbout, signed } from '../support/transcript.ts';
import { obtain } from '../support/world-about.ts';

/** A report with a canary in every box, worked on with a canary in every box; the technical lead was told of it. */
async function everythingWritten() {
  const org = await tellingSchool({ itself: true });
  const planted = planting(org);
  await reports(planted, org.at('p-rosa'));
  await org.settle();
  const head = await takes(org.at('p-vera'));
  for (const [form, save] of [
    ['Add a note', 'Save the note'],
    ['Ask the reporter', 'Send the question'],
  ] as const) {
    await head.press(form);
    await planted.press(head, save);
  }
  await stepForm(head, 'parents');
  await planted.press(head, 'Save the decision', { answer: 'Not yet, because' });
  await stepForm(head, 'commissioner');
  await planted.press(head, 'Save it');
  await stepForm(head, 'systems');
  await planted.press(head, 'Send to the technical lead');
  await org.settle();
  const [open] = org
    .at('p-ivo')
    .inbox()
    .flatMap(({ message }) => buttonsOf(message.card));
  return { org, planted, id: RecordId.parse(open?.data.record) };
}

const heardBy = (lines: readonly string[], texts: readonly string[]): readonly string[] => {
  const bytes = Buffer.from(lines.join('\n'));
  return texts.filter((text) => foundIn(bytes, text).length > 0);
};
/** The words that the lead chose, and the technical part: all that whoever is told may ever see. */
const FOR_THEM = [
  'form-inform text Input.Text',
  'form-what-happened page Input.Text',
  'form-what-happened device Input.Text',
];

describe('whoever was told', () => {
  it('finds out the words that were meant for them and nothing else, whatever they press', async () => {
    const { org, planted, id } = await everythingWritten();
    const typed = planted.all.filter(({ isTyped }) => isTyped);
    const meant = typed.filter(({ input }) => FOR_THEM.includes(input)).map(({ text }) => text);
    const others = typed.filter(({ input }) => !FOR_THEM.includes(input)).map(({ text }) => text);
    const presses = [
      ...buttonsAbout(org, id, ''),
      ...['0', '1', '2'].map((arg) => signed({ do: 'told.open', record: id, arg })),
    ];
    const lines = await obtain(org, 'p-ivo', presses, 0);
    expect(heardBy(lines, others)).toEqual([]);
    expect(heardBy(lines, meant)).toEqual(meant);
    expect(meant).toHaveLength(3);
    expect(others.length).toBeGreaterThan(20);
    // Nor a child's name from our own lists, nor who reported, nor what kind of case it is.
    expect(lines.join('\n')).not.toMatch(/Rosa Quill|Cleo Dunn|Vera Wynn|telling\./);
  });

  it('would be found out, if they could see the record (control)', async () => {
    const { org, planted, id } = await everythingWritten();
    const others = planted.all
      .filter(({ isTyped, input }) => isTyped && !FOR_THEM.includes(input))
      .map(({ text }) => text);
    const lines = await obtain(org, 'p-vera', buttonsAbout(org, id, ''), 0);
    expect(heardBy(lines, others).length).toBeGreaterThan(5);
  });
});
