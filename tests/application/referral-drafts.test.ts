import type { RecordId } from '../../src/domain/ids.ts';
import { Agency } from '../../src/domain/policy/step.ts';
import { caseIdIn, fillForm, openRecord, report, stateOf } from '../support/concern.ts';
import { type Client, organisation } from '../support/organisation.ts';
import { listed, withRegister } from '../support/register.ts';
import { signed } from '../support/transcript.ts';

const STORY = {
  seen: 'Robin and Wrenna Moss came in crying. Miss Bell saw a mark.',
  'child-words': 'My uncle does it',
  heard: 'saw',
  when: 'about',
  date: '2026-11-23',
  time: '09:50',
  whenNote: 'after lunch with Wrenna',
  opinion: 'Heronlike fear, I think.',
  page: 'https://bad.example/abc',
  device: 'Tablet 12',
};
const REGISTER = [
  listed('1', 'Robyn Vail', {
    facts: { born: '2017-10-04', responsibility: ['Mother: Lark Vail'], noContact: ['Uncle Crane'] },
    siblings: ['2'],
  }),
  listed('2', 'Tamsin Vail', {}),
];

interface World {
  readonly iris: Client;
  readonly id: RecordId;
}
/** A report about two children, which names them, its writer, and what the writer thinks. */
async function world(): Promise<World> {
  const org = await organisation('two-schools');
  const idOf = await withRegister(org.deps(), REGISTER);
  const ada = org.at('p-ada');
  await fillForm(ada, { ticks: { about: 'filter,told' }, story: STORY });
  const id = await caseIdIn(org, 'p-ada');
  await ada.press('Change who');
  await ada.press('Add another learner');
  await ada.press('Continue', {
    'name-1': 'Robin Vale',
    'name-2': 'Wrenna Moss',
    'part-2': 'saw',
    adult: 'no',
  });
  await ada.press('Send it', {});
  await org.settle();
  const iris = org.at('p-iris');
  await openRecord(iris);
  await iris.press('Add a note');
  await iris.press('Save the note', {
    text: 'Wrenna was picked up by her aunt.',
    opinion: 'Ospreylike, to me.',
  });
  await iris.send(signed({ do: 'child.link', record: id, arg: `0@${idOf('1')}` }, {}, 'link'));
  return { iris, id };
}

/** Every page of the text for this agency, as the lead has it in the box. */
async function draft(
  { iris, id }: World,
  agency: string,
  typed: Readonly<Record<string, string>> = {},
): Promise<string> {
  await iris.send(signed({ do: 'referral.start', record: id, arg: '' }, {}, `start-${agency}`));
  await iris.press('Write the text', { agency, child: '0', ...typed });
  const pages: string[] = [];
  for (;;) {
    const box = iris.card().body.find((each) => each.type === 'Input.Text');
    pages.push(box?.type === 'Input.Text' ? (box.value ?? '') : '');
    if (!iris.titles().includes('Next part')) return pages.join('');
    await iris.press('Next part');
  }
}
const built = world();
const draftFor = async (agency: string, typed = {}) => draft(await built, agency, typed);
const under = (text: string, heading: string): string =>
  text.split('\n\n').find((part) => part.startsWith(`${heading}\n`)) ?? '';

describe('a text for an agency', () => {
  it('is made of what the record and the register say', async () => {
    const text = await draftFor('social-care');
    expect(text).toContain("Referral to children's social care");
    expect(text).toContain('Referred by: Iris Kay');
    expect(text).toContain('Name: Robyn Vail');
    expect(text).toContain('Known as: Robin Vale');
    expect(text).toContain('Born: 4 October 2017');
    expect(text).toContain('Parental responsibility: Mother: Lark Vail');
    expect(text).toContain('Must have no contact: Uncle Crane');
    expect(text).toContain("The child's own words: “My uncle does it”");
    expect(text).toContain('Home address and phone: not in this record.');
    expect(text).toContain('Written by: Ada Bell');
    expect(text).toContain('Written on: 24 November 2026');
    expect(text).not.toMatch(/\{|undefined|: $/m);
  });

  it.each([...Agency.options])(
    '%s: no other child, no slot left over, and what was left out',
    async (agency) => {
      const text = await draftFor(agency);
      expect(text).not.toMatch(/Wrenna|Moss|Tamsin/);
      expect(text).not.toMatch(/\{[\w-]+\}|undefined/);
      expect(under(text, 'What was left out, and why')).toContain('Pictures: we never copy or send any.');
      expect(text).not.toMatch(/[([]https?:|<https?:/);
    },
  );

  it.each([
    // agency, names the reporter, opinion stands, names the child, has what was seen
    ['social-care', true, true, true, true],
    ['police', true, false, true, true],
    ['lado', false, false, true, true],
    ['prevent', false, true, true, true],
    ['ceop', false, false, true, true],
    ['iwf', false, false, false, false],
    ['health', false, false, true, true],
    ['early-help', false, true, true, true],
    ['other', false, false, true, true],
  ])(
    '%s: the reporter %s, opinion %s, the child %s, the account %s',
    async (agency, reporter, opinion, child, account) => {
      const text = await draftFor(agency);
      expect([
        /Ada|Bell/.test(text),
        /Heronlike/.test(text),
        /Robyn/.test(text),
        /crying/.test(text),
      ]).toEqual([reporter, opinion, child, account]);
      const left = under(text, 'What was left out, and why');
      if (agency === 'iwf') {
        expect(left).toContain('Every name');
        return;
      }
      expect(left.includes('whoever reported')).toBe(!reporter);
      expect(left.includes('Opinion')).toBe(!opinion);
      expect(left).toContain('other children');
      // Opinion stands under its own heading, and nowhere else.
      const rest = text.replace(under(text, 'Opinion, not fact'), '');
      expect(rest).not.toMatch(/Heronlike|Ospreylike/);
    },
  );

  it('for the IWF has the address as text, the day, and nobody’s name or words', async () => {
    const text = await draftFor('iwf');
    expect(text).toContain('Address, as text only: https://bad.example/abc\nSeen on: 2026-11-23 09:50');
    expect(text).not.toMatch(/Robin|Robyn|Iris|Ada|uncle|lunch|Tablet/);
  });

  it('says what was answered about consent, or that it is still to be written', async () => {
    expect(await draftFor('social-care')).toContain('Consent: write here whether it was asked for');
    expect(await draftFor('social-care', { consent: 'refused' })).toContain('Consent\nConsent: no');
  });

  it('about the other child leaves the first one out', async () => {
    const text = await draftFor('social-care', { child: '1' });
    expect(text).toContain('Name: Wrenna Moss');
    expect(text).not.toMatch(/Robin|Robyn|Vail|Tamsin|Crane|Lark/);
  });

  it('is for those who work the case, in a private view', async () => {
    const { id } = await built;
    const org = await organisation('two-schools');
    const ben = org.at('p-ben');
    const start = { do: 'referral.write', record: id, arg: 'police~0~~0~' };
    await ben.send(signed(start, {}, 'ben'));
    expect(ben.texts()).toBe('There is nothing here for you.');
    const { iris } = await built;
    await iris.send(signed(start, {}, 'in-channel'), false);
    expect(iris.texts()).toBe('There is nothing here for you.');
  });
});

describe('a worry about an adult', () => {
  const about = {
    adult: 'yes',
    adults: 'p-cleo',
    ticks: { about: 'told', also: 'adult-behaviour' },
  } as const;
  async function withAdult() {
    const org = await organisation('two-schools');
    const id = await report(org, 'p-ada', { ...about, story: STORY });
    const vera = org.at('p-vera');
    await openRecord(vera);
    return { org, id, vera };
  }

  it('reaches the LADO with the adult’s name and role, and not with that of whoever reported it', async () => {
    const { id, vera } = await withAdult();
    const text = await draft({ iris: vera, id }, 'lado');
    expect(under(text, 'The adult')).toMatch(/Name and role: *\n- Cleo Dunn, /);
    expect(text).toContain('Name: Robin Vale');
    expect(text).not.toMatch(/Ada|Bell/);
    expect(under(text, 'What was left out, and why')).toContain('whoever reported it');
  });

  it('names nobody who wrote it in a text from the child’s own record', async () => {
    const { org, id } = await withAdult();
    const child = (await stateOf(org, id)).beside?.record;
    if (child === undefined) throw new Error('The child has no record of their own');
    const iris = org.at('p-iris');
    await openRecord(iris);
    const text = await draft({ iris, id: child }, 'social-care');
    expect(text).toContain('Name: Robin Vale');
    expect(text).not.toMatch(/Ada|Bell|Cleo|Dunn|Written by/);
    expect(under(text, 'What was left out, and why')).toContain('whoever reported it');
  });
});

it('an alert without a report has a text of its own: who we are, and how urgent it is', async () => {
  const org = await organisation('two-schools');
  const ada = org.at('p-ada');
  await ada.say('report concern');
  await ada.press('In danger now');
  await ada.press('Tell the safeguarding lead now', { where: 'The hall' });
  const id = await caseIdIn(org, 'p-ada');
  await org.settle();
  const iris = org.at('p-iris');
  await openRecord(iris);
  const text = await draft({ iris, id }, 'police');
  expect(text).toContain('A child was in danger when this was reported.');
  expect(text).not.toMatch(/undefined|Name:|\{/);
});

it('a text of many pages has all of them', async () => {
  const again = await world();
  for (let n = 0; n < 3; n += 1) {
    await again.iris.send(signed({ do: 'case.form', record: again.id, arg: 'note' }, {}, `note-${n}`));
    await again.iris.press('Save the note', { text: `${'Long. '.repeat(300)}End ${n}.` });
  }
  const text = await draft(again, 'social-care');
  expect(text.length).toBeGreaterThan(5_000);
  for (const n of [0, 1, 2]) expect(text).toContain(`End ${n}.`);
});
