import fc from 'fast-check';
import { type Hidden, letterOf, redactor } from '../../src/application/hand-out/redact.ts';
import { pdfOf } from '../../src/documents/pdf.ts';
import { openRecord } from '../support/concern.ts';
import { askForFile, fetchedBy, handedOut } from '../support/handed-out.ts';
import { organisation } from '../support/organisation.ts';

const tom: Hidden = {
  names: ['Tom Vale', 'Tommo'],
  descriptions: ['about eight, red coat'],
  label: 'Child B',
};
const bell: Hidden = { names: ['Ada Bell'], label: 'the teacher' };
const without = (text: string, hidden = [tom, bell]) => redactor(hidden, ['Robin Vale'], 'somebody')(text);

describe('a name that is left out', () => {
  it.each([
    ['Tom Vale hit Robin Vale.', 'Child B hit Robin Vale.'],
    ['TOM VALE, tommo and tom', 'Child B, Child B and Child B'],
    ["Tom's bag", "Child B's bag"],
    ['Vale, Tom', 'Vale, Child B'],
    ['tomvale@example.invalid', 'Child B@example.invalid'],
    ['Tóm  Vâle', 'Child B'],
    ['the one, about eight: red coat', 'the one, Child B'],
    ['Ada Bell told Miss Bell', 'the teacher told Miss the teacher'],
    ['Nothing of this', 'Nothing of this'],
    ['atom', 'atom'],
  ])('%s → %s', (text, said) => {
    expect(without(text)).toBe(said);
  });

  it('that two share is nobody in particular', () => {
    const ann: Hidden = { names: ['Ann Bell'], label: 'Child C' };
    expect(redactor([bell, ann], [], 'somebody')('Bell and Ann Bell')).toBe('somebody and Child C');
  });

  it('in another script is found too', () => {
    expect(redactor([{ names: ['محمد علي'], label: 'Child B' }], [], 'x')('قال محمد علي')).toBe(
      'قال Child B',
    );
  });

  it('has letters for as many as there are', () => {
    expect([0, 1, 25, 26, 27].map(letterOf)).toEqual(['A', 'B', 'Z', 'AA', 'AB']);
  });

  it('stands nowhere, in any spelling of case or accents, whatever stands around it', () => {
    const word = fc.stringMatching(/^[A-Z][a-zé]{3,9}$/);
    const name = fc.tuple(word, word).map((words) => words.join(' '));
    const around = fc.constantFrom(' ', ', ', '. ', '-', '"', '\n', '’s ', ' (', '/');
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 4 }),
        fc.array(around, { minLength: 1 }),
        (names, gaps) => {
          const hidden = names.map((each, n) => ({ names: [each], label: `#${n}` }));
          const forms = names.flatMap((each) => [
            each,
            each.toUpperCase(),
            each.normalize('NFD'),
            ...each.split(' '),
          ]);
          const text = forms.map((form, n) => `${form}${gaps[n % gaps.length]}`).join('');
          const said = redactor(hidden, [], '#')(text).normalize('NFD').toLowerCase();
          for (const each of names.flatMap((full) => full.split(' ')))
            expect(said).not.toContain(each.normalize('NFD').toLowerCase());
        },
      ),
    );
  });
});

/** Two children, an adult who is not on the list, and names everywhere in the story. */
async function crowded() {
  const school = await organisation('one-school');
  const ada = school.at('p-ada');
  await ada.say('report concern');
  await ada.press('Not today').catch(() => ada.press('Continue', { danger: 'no' }));
  await ada
    .press('Add another learner')
    .catch(() => ada.press('Add another child'))
    .catch(() => ada.press('Add another pupil'));
  await ada.press('Continue', {
    'name-1': 'Robin Vale',
    'name-2': 'Wren Quayle',
    'known-2': 'Wrennie',
    adult: 'no',
  });
  await ada.press('Continue', { about: 'told' });
  await ada.press('Continue', {
    seen: 'Wren Quayle pushed Robin. Ada Bell saw it. Ask Tilda Marchbank, the aunt.',
    opinion: 'WREN is often cross.',
    heard: 'saw',
    when: 'about',
  });
  await ada.press('Send it');
  await school.settle();
  const lead = school.at('p-iris');
  await openRecord(lead);
  await lead.press('Add a note');
  await lead.press('Save the note', {
    kind: 'call',
    text: 'Spoke with wrennie and Ms Bell.',
    present: 'Iris Kay',
  });
  await lead.press('What has been done');
  return { school, lead };
}

describe('a file for a family', () => {
  const GONE = /wren|quayle|bell|ada\b|iris|kay\b|marchbank|tilda/i;

  it('has no name of anybody else in its pages, its data or its record, and says what was left out', async () => {
    const { school, lead } = await crowded();
    const secret = await askForFile(lead, {
      what: 'case-file',
      reader: 'parent',
      who: 'Mr Vale',
      names: 'Tilda Marchbank',
    });
    const { text, pdf, document } = await fetchedBy(school, secret);
    expect(text).not.toMatch(GONE);
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(GONE);
    expect(Buffer.from(await pdfOf(document)).equals(Buffer.from(pdf))).toBe(true);
    expect(text).toContain('[Child B] pushed Robin');
    expect(document.left.join(' ')).toContain(
      "Names of other children (Child B). Reason: other people's data.",
    );
    const [held] = await handedOut(school, document.records[0]?.record ?? ('' as never));
    expect(held?.left).toEqual(document.left);
  });

  it('is whole for the lead of the next school (control)', async () => {
    const { school, lead } = await crowded();
    const { text, document } = await fetchedBy(school, await askForFile(lead, { what: 'case-file' }));
    expect(text).toMatch(/Wren Quayle pushed Robin\. Ada Bell saw it/);
    expect(document.left).toEqual(['No names were left out.']);
  });
});
