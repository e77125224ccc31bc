import { RecordId } from '../../src/domain/ids.ts';
import { foundIn } from '../support/canaries.ts';
import { opens, reports } from '../support/everything-typed.ts';
import { planting } from '../support/planted.ts';
import { buttonsOf } from '../support/press.ts';
import { stepForm, takes, tellingSchool } from '../support/telling-policy.ts';
import { buttonsAbout, signed } from '../support/transcript.ts';
import { workTyped } from '../support/work-typed.ts';
import { obtain } from '../support/world-about.ts';

/** A report with a canary in every box, worked on with a canary in every box; a colleague was asked to do something. */
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
  await workTyped(planted, org, head, opens);
  const [open] = org
    .at('p-jo')
    .inbox()
    .flatMap(({ message }) => buttonsOf(message.card));
  return { org, planted, id: RecordId.parse(open?.data.record) };
}

const heardBy = (lines: readonly string[], texts: readonly string[]): readonly string[] => {
  const bytes = Buffer.from(lines.join('\n'));
  return texts.filter((text) => foundIn(bytes, text).length > 0);
};
/** The line that the lead chose, and what they themselves answered: all that they may ever see. */
const FOR_THEM = ['form-task text Input.Text', 'task text Input.Text'];

describe('a colleague who was asked to do something', () => {
  it('finds out that line and nothing else, whatever they press', async () => {
    const { org, planted, id } = await everythingWritten();
    const typed = planted.all.filter(({ isTyped }) => isTyped);
    const meant = typed.filter(({ input }) => FOR_THEM.includes(input)).map(({ text }) => text);
    const others = typed.filter(({ input }) => !FOR_THEM.includes(input)).map(({ text }) => text);
    const presses = [
      ...buttonsAbout(org, id, ''),
      ...['0', '1', '2'].map((arg) => signed({ do: 'task.open', record: id, arg })),
    ];
    const lines = await obtain(org, 'p-jo', presses, 0);
    expect(heardBy(lines, others)).toEqual([]);
    expect(heardBy(lines, meant)).toEqual(meant);
    expect(meant).toHaveLength(2);
    expect(others.length).toBeGreaterThan(20);
    // Nor who reported, nor who else is part of it, nor what kind of case it is.
    expect(lines.join('\n')).not.toMatch(/Rosa Quill|Cleo Dunn|Vera Wynn|telling\./);
  });

  it('has no word of it in a message, and nobody else gets one', async () => {
    const { org, planted } = await everythingWritten();
    const messages = org.post.sent.map(({ message }) => JSON.stringify(message));
    expect(
      heardBy(
        messages,
        planted.all.map(({ text }) => text),
      ),
    ).toEqual([]);
    const theirs = org.post.sent.filter(({ message }) => org.drawn.get(message.card) === 'task-message');
    expect(theirs.length).toBeGreaterThan(0);
    for (const { to } of theirs) expect(org.boxesOf('p-jo')).toContain(to);
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
