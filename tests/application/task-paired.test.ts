import type { RecordId } from '../../src/domain/ids.ts';
import { caseIdIn, fillForm, stateOf } from '../support/concern.ts';
import type { Organisation } from '../support/organisation.ts';
import { takes } from '../support/telling-policy.ts';
import { buttonsAbout, signed } from '../support/transcript.ts';
import { obtain, school } from '../support/world-about.ts';

/** Long after everything that the case brings of itself. */
const NOTHING = '2026-12-08T11:00:00.000Z';
const until = (org: Organisation, at: string) => ({
  seconds: (Date.parse(at) - Date.parse(org.clock.now())) / 1000,
});

/** The headteacher works a case that Cleo may be part of: writes, plans, and asks a colleague to do something. */
async function workedOn(org: Organisation, adults: string, to: string): Promise<RecordId> {
  const ben = org.at('p-ben');
  await fillForm(ben, { adult: 'yes', adults });
  const id = await caseIdIn(org, 'p-ben');
  await ben.press('Send it');
  await org.settle();
  const head = await takes(org.at('p-vera'));
  for (const [what, save, typed] of [
    ['A decision', 'Save the decision', { what: 'keep-watching', reason: 'Until Friday.' }],
    ['A meeting', 'Plan the meeting', { kind: 'strategy', date: '2026-11-26', time: '10:00' }],
    ['A task for a colleague', 'Ask them', { to, text: 'Meet him at the gate.', due: '2026-11-27' }],
  ] as const) {
    await head.press('Add something else');
    await head.press(what);
    await head.press(save, typed);
  }
  await org.settle();
  return id;
}

/** All that Cleo finds out in a school where this happened, and in one where nothing did. */
async function found(adults: string, to: string) {
  const [first, second] = [await school('two-schools'), await school('two-schools')];
  const from = first.post.sent.length;
  const id = await workedOn(first, adults, to);
  const presses = [
    ...buttonsAbout(first, id, ''),
    ...['task.open', 'task.done', 'task.cannot', 'task.hide'].flatMap((verb) =>
      ['0', '1'].map((arg) => signed({ do: verb, record: id, arg }, { text: 'x' })),
    ),
  ];
  for (const org of [first, second]) await org.advance(until(org, NOTHING));
  const [a, b] = [
    await obtain(first, 'p-cleo', presses, from),
    await obtain(second, 'p-cleo', presses, from),
  ];
  const cards = JSON.stringify(first.post.reached(first.boxesOf('p-cleo')));
  return { first, id, same: JSON.stringify(a) === JSON.stringify(b), hasCard: cards.includes(id) };
}

describe('tasks, meetings and decisions of a case', () => {
  it('are the same to whoever is part of it as no case at all, also when somebody picks them all the same', async () => {
    for (const to of ['p-jo', 'p-cleo']) {
      const { first, id, same, hasCard } = await found('p-cleo', to);
      expect([same, hasCard]).toEqual([true, false]);
      const { tasks, meetings } = await stateOf(first, id);
      expect([tasks.length, meetings.length]).toEqual([to === 'p-jo' ? 1 : 0, 1]);
    }
  });

  it('are not the same to a colleague who is asked, and is no part of it (control)', async () => {
    const { same, hasCard } = await found('p-ada', 'p-cleo');
    expect([same, hasCard]).toEqual([false, true]);
  });
});
