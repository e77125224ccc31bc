import type { World } from '../../support/obligations-world.ts';
import { obligations } from '../../support/obligations.ts';
import { daysGoBy, logRows, pageWith, pass, searchOn } from './acts.ts';

/** Up to where the policy wants the yes of a parent or carer. */
async function startSearch(world: World, person: string): Promise<void> {
  await world.say(person, 'search a device');
  const asked = { site: 'north', device: 'A phone', whose: 'Robin Vale', where: 'Office' };
  await world.press(person, 'Start', asked);
  for (const answer of ['It may break the rules', 'No', 'Yes']) await searchOn(world, person, { answer });
}

obligations('beauclerc-chennestone', ({ obligation }) => {
  obligation('BC-9.1a', 'executed', 'an abusive message is a case, and the behaviour policy is followed before it closes', async (world) => {
    await world.report({ ticks: ['message'], story: { seen: 'Abuse was sent to a colleague by text.' } });
    world.told('p-dsl', 'p-head');
    await world.take('p-dsl');
    await world.workThrough('p-dsl', { except: ['disturbing-message.conduct'] });
    await world.close('p-dsl', { confirmed: 'yes' });
    world.refused('p-dsl', 'follow the staff behaviour policy, or the behaviour policy for a learner');
    await world.do('p-dsl', 'disturbing-message.conduct', 'Both learners were spoken to.');
    await world.close('p-dsl', { confirmed: 'yes' });
    world.sees('p-dsl', 'Open it again');
  });

  obligation('BC-9.2a', 'executed', 'a phone of one’s own in a lesson needs the yes of the headteacher, and it ends', async (world) => {
    await world.say('p-sam', 'advice own-phone');
    world.sees('p-sam', 'Keep it off or silent in lessons and its Bluetooth hidden.');
    await pass(world, 'p-sam', 'personal phone', { why: 'A relative is ill', lessons: 'This week', until: '2026-11-27' });
    world.told('p-head');
    world.hearsNothing('p-dsl');
    await world.press('p-head', 'Open');
    await world.press('p-head', 'Approve');
    await world.press('p-sam', 'Open');
    world.sees('p-sam', 'Approved');
    await daysGoBy(world, 7);
    world.received('p-head', 'This ended on 27 November 2026: end it now.');
  });

  obligation('BC-9.2b', 'executed', 'a phone of one’s own used with learners goes to the headteacher', async (world) => {
    await world.say('p-sam', 'advice own-phone');
    world.sees('p-sam', 'Do not call, text or film a learner or a family with it.');
    await world.report({ adult: ['p-pip'], ticks: ['rules'], story: { seen: 'Films the class with her own phone.' } });
    world.sees('p-sam', 'Nobody who works here uses a phone of their own to reach, film or teach a learner.');
    world.told('p-head', 'p-dsl');
    world.never('p-dsl', /Pip|Harlow|Films/);
    await world.take('p-head');
    await pageWith(world, 'p-head', /LADO/);
    world.sees('p-head', 'Talk it through with the LADO within one working day.');
    world.hearsNothing('p-pip');
  });

  obligation('BC-9.2c', 'executed', 'the headteacher calls the police about illegal content on a colleague’s phone, also where the colleague is a lead', async (world) => {
    await world.report({ adult: ['p-dsl'], ticks: ['adult-behaviour'], story: { seen: 'Something illegal may be on her phone.' } });
    world.told('p-head');
    await world.take('p-head');
    await world.triage('p-head', 'staff-misuse', { offence: 'yes' });
    await world.workThrough('p-head', { except: ['staff-allegation.police'] });
    await world.close('p-head', { confirmed: 'yes' });
    world.refused('p-head', 'Call the police if it may be a crime or if there may be illegal content on a phone.');
    await world.refer('p-head', 'staff-allegation.police', { agency: 'police', who: 'The duty desk', reference: 'P-99' });
    await world.press('p-head', 'What has been done');
    await world.press('p-head', 'Later');
    world.sees('p-head', /The duty desk[\s\S]*P-99/);
    world.hearsNothing('p-dsl');
    world.hearsNothing('p-deputy');
  });

  obligation('BC-9.3a', 'guided', 'phones are handed in before registration, and families are called through the office', async (world) => {
    await world.say('p-sam', "what do I do if a learner's phone rings in a lesson");
    world.sees('p-sam', "a learner's phone rings in a lesson");
    await world.say('p-sam', 'advice phone-in-lesson');
    world.sees('p-sam', 'Phones are handed in at the office before registration. Take it there now.');
    world.sees('p-sam', 'Do not look through it.');
    await world.say('p-sam', 'what do I do if they want to call home');
    world.sees('p-sam', 'Ask the office to call and pass on the message.');
  });

  obligation(['BC-9.3b', 'BC-9.3d'], 'executed', 'a phone that is taken is kept safe, and only a parent or carer gets it back', async (world, met) => {
    await world.report({ ticks: ['rules'], story: { seen: 'Used a phone in class.' } });
    world.sees('p-sam', 'You may take a phone that a learner uses against the rules. Bring it to the office.');
    await world.take('p-dsl');
    await pageWith(world, 'p-dsl', /Give the phone back/);
    world.sees('p-dsl', /Give the phone back[^\n]*\n[^\n]*\nFirst: If a learner's phone was taken/);
    expect(await world.canDo('p-dsl', 'pupil-misuse.release')).toBe(false);
    await world.custody('p-dsl', 'pupil-misuse.hold', 'The office, in the safe');
    world.sees('p-dsl', 'Saved.');
    met('BC-9.3b');
    await world.openStep('p-dsl', 'pupil-misuse.release');
    world.sees('p-dsl', /A parent or carer\nThe police/);
    await world.save('p-dsl', { answer: 'The learner' });
    world.refused('p-dsl', 'Only these may have it: A parent or carer');
    await world.custody('p-dsl', 'pupil-misuse.release', 'A parent or carer', 'The father, 15:30');
    world.sees('p-dsl', 'Saved.');
    await world.report({ ticks: ['images'] });
    world.sees('p-sam', "You may take a learner's phone if it may hold such an image. Keep it somewhere safe, unopened.");
    await world.take('p-dsl');
    await world.workThrough('p-dsl', { except: ['nudes.device'] });
    await world.close('p-dsl', { confirmed: 'yes' });
    world.refused('p-dsl', 'Lock the device away, unopened. Write down who holds it.');
    met('BC-9.3d');
  });

  obligation('BC-9.3c', 'executed', 'only a leader searches, and only once a parent or carer has agreed', async (world) => {
    await world.say('p-sam', 'search a device');
    world.refused('p-sam', 'You may not search a device.');
    world.sees('p-sam', 'The senior leader or the headteacher may.');
    await startSearch(world, 'p-leader');
    world.sees('p-leader', 'Waiting for');
    world.sees('p-leader', 'A parent or carer has agreed to the search: write down who, when and how.');
    world.notOffered('p-leader', 'Next');
    await world.press('p-head', 'Open');
    await world.press('p-head', 'Approve');
    world.refused('p-head', 'Not saved yet');
    await world.press('p-head', 'Approve', { reason: 'The mother agreed by phone at 10:15.' });
    await world.press('p-leader', 'Go on with the search');
    world.sees('p-leader', 'Tell the child why you want to search it.');
    await startSearch(world, 'p-leader');
    await world.press('p-head', 'Open');
    await world.press('p-head', 'Decline', { reason: 'The father does not agree.' });
    await world.press('p-leader', 'Go on with the search');
    world.sees('p-leader', 'not agreed. Do not search the device.');
  });

  obligation('BC-9.3e', 'executed', 'a device that may show a crime goes to the police before anybody else', async (world) => {
    await world.report({ ticks: ['images'] });
    await world.take('p-dsl');
    await world.triage('p-dsl', 'nudes', { offence: 'yes' });
    world.sees('p-dsl', 'Hand it to the police, unopened, if it may show a crime.');
    await world.custody('p-dsl', 'device-custody.hold', 'Iris Kay, the safe');
    expect(await world.canDo('p-dsl', 'device-custody.release')).toBe(false);
    await world.workThrough('p-dsl', { except: ['device-custody.hand-over', 'nudes.police', 'release'] });
    await world.close('p-dsl', { confirmed: 'yes' });
    world.refused('p-dsl', 'Hand it to the police, unopened');
    await world.refer('p-dsl', 'device-custody.hand-over', { agency: 'police', who: 'PC at the desk', reference: 'E-5' });
    await world.refer('p-dsl', 'nudes.police', { agency: 'police' });
    await world.custody('p-dsl', 'device-custody.release', 'The police', 'Collected at 16:00');
    world.sees('p-dsl', 'Saved.');
    expect((await logRows(world, 'p-dsl')).flat().join('\n')).toMatch(/PC at the desk[\s\S]*The police/);
  });

  obligation('BC-9.4a', 'executed', 'a visitor who breaks the rules is spoken to, and a lead hears of it every time', async (world) => {
    await world.say('p-sam', 'visitor phone');
    world.sees('p-sam', 'Ask them to put it away. Then tell us every time.');
    await pass(world, 'p-sam', 'visitor phone', { where: 'Playground, 9:00', what: 'A parent filmed the gate.' });
    world.told('p-dsl');
    await world.press('p-dsl', 'Open');
    world.sees('p-dsl', 'A parent filmed the gate.');
    await world.report({ ticks: ['rules'] });
    world.sees('p-sam', 'Ask a visitor to put a phone away, and tell us every time.');
  });
});
