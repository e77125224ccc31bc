import { mayBeTold } from '../../src/domain/access.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { caseIdIn, fillForm, stateOf } from '../support/concern.ts';
import type { Organisation } from '../support/organisation.ts';
import { FILTER, stepForm, takes, tellingDoctor } from '../support/telling-policy.ts';
import { buttonsAbout, signed } from '../support/transcript.ts';
import { obtain, school } from '../support/world-about.ts';

const TELLING = { doctor: tellingDoctor(true) };
const NOTHING = '2026-12-01T11:00:00.000Z';
const until = (org: Organisation, at: string) => ({
  seconds: (Date.parse(at) - Date.parse(org.clock.now())) / 1000,
});

/** A page got through, and the technical lead may be part of it: the headteacher tells somebody else. */
async function aboutTechnicalLead(org: Organisation, adults = 'p-ivo'): Promise<RecordId> {
  const ben = org.at('p-ben');
  await fillForm(ben, { ...FILTER, adult: 'yes', adults });
  const id = await caseIdIn(org, 'p-ben');
  await ben.press('Send it');
  await org.settle();
  const head = await takes(org.at('p-vera'));
  await stepForm(head, 'systems');
  if (head.titles().includes('Save it'))
    await head.press('Save it', { answer: 'The network firm, by phone', note: 'Close the page.' });
  else await head.press('Send to the technical lead', { text: 'Close the page.' });
  await org.settle();
  return id;
}

/** All that the technical lead finds out in a school where this happened, and in one where nothing did. */
async function found(more: (org: Organisation) => Promise<RecordId>) {
  const [first, second] = [await school('two-schools', TELLING), await school('two-schools', TELLING)];
  const from = first.post.sent.length;
  const id = await more(first);
  const presses = [
    ...buttonsAbout(first, id, ''),
    ...['told.open', 'told.answer', 'told.hide'].flatMap((verb) =>
      ['0', '1'].map((arg) => signed({ do: verb, record: id, arg }, { text: 'x' })),
    ),
  ];
  for (const org of [first, second]) await org.advance(until(org, NOTHING));
  const [a, b] = [await obtain(first, 'p-ivo', presses, from), await obtain(second, 'p-ivo', presses, from)];
  return { id, first, presses: presses.length, same: JSON.stringify(a) === JSON.stringify(b) };
}

describe('a policy that tells the technical lead', () => {
  it('is the same to them as no case at all, where they are part of it', async () => {
    const { first, id, same, presses } = await found((org) => aboutTechnicalLead(org));
    expect(same).toBe(true);
    expect(presses).toBeGreaterThan(70);
    const state = await stateOf(first, id);
    expect(mayBeTold(state, first.directory, ['it-lead'])).toEqual([]);
    expect(state.informed).toEqual([]);
    expect(JSON.stringify(first.post.reached(first.boxesOf('p-ivo')))).not.toContain(id);
  });

  it('is not the same where they are not (control)', async () => {
    const { first, id, same } = await found((org) => aboutTechnicalLead(org, 'p-cleo'));
    expect(same).toBe(false);
    expect(JSON.stringify(first.post.reached(first.boxesOf('p-ivo')))).toContain(id);
    expect((await stateOf(first, id)).informed.map(({ step }) => step)).toEqual([
      'telling.at-once',
      'telling.systems',
    ]);
  });
});
