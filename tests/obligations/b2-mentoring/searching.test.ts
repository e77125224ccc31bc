import type { World } from '../../support/obligations-world.ts';
import { obligations } from '../../support/obligations.ts';
import { beginSearch, HELD } from '../../support/search.ts';
import { signed } from '../../support/transcript.ts';
import { DEVICE, found, inChannel, nextStep, pageWith, pass } from './acts.ts';

const GROUNDS = 'It may harm somebody\nIt may disrupt learning\nIt may break the rules\nNone of these\nAnything to add?';

/** A search that can wait, up to the yes that it needs. */
async function asked(world: World, person: string) {
  const id = await beginSearch(world.at(person), DEVICE);
  await world.settle();
  for (const answer of ['It may disrupt learning', 'No', 'No']) await nextStep(world, person, { answer });
  return id;
}

/** After the yes: the device is taken, looked at for this reason, and holds no image and no crime. */
async function looked(world: World, person: string): Promise<void> {
  await world.press(person, 'Go on with the search');
  for (const note of ['Told why.', 'Told how.', 'They help.']) await nextStep(world, person, { note });
  await nextStep(world, person, HELD);
  await nextStep(world, person, { answer: 'It may disrupt learning' });
  await nextStep(world, person, { note: 'Two minutes.' });
  await nextStep(world, person, { answer: 'No' });
  await nextStep(world, person, { note: 'A rude film.' });
  await nextStep(world, person, { answer: 'No' });
  await nextStep(world, person, { answer: 'No' });
}

async function agrees(world: World, person: string): Promise<void> {
  await world.press(person, 'Open');
  await world.press(person, 'Approve');
}

obligations('b2-mentoring', ({ obligation }) => {
  obligation('B2-6.3a', 'guided', 'staff may search for harm, disruption or broken rules, and for nothing else', async (world) => {
    await world.say('p-vol', 'search a device');
    world.sees('p-vol', 'You may not search a device.');
    world.sees('p-vol', /The mentor or other member of staff may\.[\s\S]*section 6\.3/);
    await beginSearch(world.at('p-pip'), DEVICE);
    world.sees('p-pip', `Do you reasonably suspect that something on it did harm, or could?`);
    world.sees('p-pip', GROUNDS);
    await nextStep(world, 'p-pip', { answer: 'None of these' });
    world.sees('p-pip', 'Do not search it. There is no reason that allows it.');
    world.fromHere();
    await asked(world, 'p-sam');
    await agrees(world, 'p-dsl');
    await world.press('p-sam', 'Go on with the search');
    for (const note of ['Told why.', 'Told how.', 'They help.']) await nextStep(world, 'p-sam', { note });
    await nextStep(world, 'p-sam', HELD);
    world.sees('p-sam', `What is the reason to look at what is on it?`);
    world.sees('p-sam', GROUNDS);
    await nextStep(world, 'p-sam', { answer: 'None of these' });
    world.sees('p-sam', 'Do not look at what is on it. There is no reason that allows it.');
  });

  obligation('B2-6.3b', 'executed', 'what was found is decided together, and nothing goes before the lead or a senior leader agreed', async (world) => {
    const id = await asked(world, 'p-sam');
    await agrees(world, 'p-dsl');
    await looked(world, 'p-sam');
    world.sees('p-sam', 'Delete nothing yet: the safeguarding lead or a senior leader decides with you what happens to it.');
    await world.take('p-dsl', id);
    await world.openStep('p-dsl', 'device-search.respond', id);
    world.sees('p-dsl', /With the member of staff, decide:[\s\S]*\nKeep it here for now\nGive it to the police\nAsk for a file to go\n/);
    await world.press('p-dsl', 'Back to the record');
    await world.close('p-dsl', { confirmed: 'yes' });
    world.refused('p-dsl', 'You cannot close this yet.');
    expect(await world.canDo('p-dsl', 'device-search.erase', id)).toBe(false);
    await world.step('p-dsl', 'device-search.respond', { answer: 'Ask for a file to go', reason: 'With Sami.' }, id);
    await world.step('p-dsl', 'device-search.erase-ground', { answer: 'It would hurt somebody if it stayed' }, id);
    expect(await world.canDo('p-dsl', 'device-search.erase', id)).toBe(false);
    const { decisionVersion } = await world.state(id);
    const arg = `device-search.erase@${decisionVersion}`;
    await world.at('p-dsl').send(signed({ do: 'approval.approve', record: id, arg }, { reason: 'It hurts.' }));
    world.refused('p-dsl', /Do not delete yet\. First:\n- Ask the police if it may go/);
    await world.press('p-dsl', 'Back to the record');
    await world.step('p-dsl', 'device-search.erase-police', { who: 'The desk', reference: 'P-1' }, id);
    await world.openStep('p-dsl', 'device-search.erase', id);
    await world.press('p-dsl', 'Approve', { reason: '' });
    world.refused('p-dsl', 'Please write a few words');
    await world.press('p-dsl', 'Approve', { reason: 'It hurts.' });
    world.sees('p-dsl', 'Nobody does it alone.: approved.');
    // The lead's own search is a senior leader's to agree, and so is deleting where the lead is part of it.
    world.fromHere();
    const own = await asked(world, 'p-dsl');
    world.sees('p-dsl', 'Waiting for the designated safeguarding lead (DSL) or the member of the senior leadership team');
    world.told('p-dsl', 'p-leader');
    await agrees(world, 'p-leader');
    await looked(world, 'p-dsl');
    await world.take('p-dsl', own);
    await world.step('p-dsl', 'device-search.respond', { answer: 'Ask for a file to go', reason: 'With Rosa.' }, own);
    await world.step('p-dsl', 'device-search.erase-ground', { answer: 'It would hurt somebody if it stayed' }, own);
    world.fromHere();
    await world.step('p-dsl', 'device-search.erase-police', { who: 'The desk', reference: 'P-2' }, own);
    world.told('p-leader');
    await world.report({ connected: ['p-dsl'] });
    await world.take('p-deputy');
    await world.triage('p-deputy', 'deletion');
    await world.refer('p-deputy', 'deletion.police');
    await world.decide('p-deputy', 'deletion.nobody-needs-it', 'Nobody needs it');
    world.fromHere();
    await world.answer('p-deputy', 'deletion.nobody-hurt', 'No');
    world.told('p-leader');
  });

  obligation('B2-6.3c', 'recorded', 'a device kept for the police after a disclosure is written down: who, where, since when', async (world) => {
    await world.report({ ticks: ['told', 'online'] });
    world.sees('p-sam', 'You may take the device as evidence for the police. Bring it closed to the safeguarding lead.');
    await world.take('p-dsl');
    await world.openStep('p-dsl', 'disclosure.for-police');
    world.sees('p-dsl', 'A device kept as evidence for the police: who holds it, in which place, and since when?');
    await world.save('p-dsl', { answer: 'Sami Wells, office safe', note: 'Since 10:20, for the police.' });
    await world.press('p-dsl', 'What has been done');
    world.sees('p-dsl', /Sami Wells, office safe\nSince 10:20, for the police\./);
    world.sees('p-dsl', /today 10:05, Iris Kay\nA device kept as evidence/);
    await world.report({ ticks: ['told'] });
    world.seesNot('p-sam', 'You may take the device');
    await world.take('p-dsl');
    expect(await world.canDo('p-dsl', 'disclosure.for-police')).toBe(false);
    expect(await world.canDo('p-dsl', 'disclosure.safe-tonight')).toBe(true);
  });

  obligation('B2-6.3d', 'guided', 'a search shows the national advice on searching and on nudes', async (world) => {
    await world.say('p-sam', 'advice search');
    world.sees('p-sam', 'gov.uk/government/publications/searching-screening-and-confiscation');
    world.sees('p-sam', 'gov.uk/government/publications/sharing-nudes-and-semi-nudes-advice');
    world.sees('p-sam', 'You need a good reason: it may harm somebody, disrupt teaching or break our rules.');
    world.sees('p-sam', 'Type search a device, and go step by step.');
    world.sees('p-sam', 'Nothing is deleted before the safeguarding lead or a senior leader agreed with you.');
    await beginSearch(world.at('p-sam'), DEVICE);
    world.sees('p-sam', 'Why? our policy, section 6.3; Department for Education, Searching, screening and confiscation (2022)');
    await nextStep(world, 'p-sam', { answer: 'It may break the rules' });
    world.sees('p-sam', 'Why? our policy, section 6.3; UKCIS, Sharing nudes and semi-nudes (2024)');
    expect(await found('reference.stale')).toEqual([expect.stringContaining('COVID-19')]);
  });

  obligation('B2-6.3e', 'executed', 'nobody looks at a nude of a child, copies it, sends it on or keeps it', async (world) => {
    await world.report({ ticks: ['images'] });
    world.sees('p-sam', 'Do not look at the image. Do not copy, print, save, share or delete it, or send it to anyone.');
    await world.take('p-dsl');
    world.sees('p-dsl', 'Nobody looks at the image, copies it, saves it, sends it or asks to be shown it.');
    world.sees('p-dsl', 'Nobody deletes it. Only the steps for deleting can open that.');
    expect(await inChannel(world, 'p-pip', { type: 'upload' })).toContain('We did not take that.');
    await beginSearch(world.at('p-sam'), DEVICE);
    await nextStep(world, 'p-sam', { answer: 'It may harm somebody' });
    await nextStep(world, 'p-sam', { answer: 'Not sure' });
    world.sees('p-sam', /Stop\. Do not look any further\.\nDo not look at the image\. Do not copy, photograph, save, send or delete/);
    world.seesNot('p-sam', 'What is the reason to look');
    expect(await found('guard.missing')).toHaveLength(1);
  });

  obligation('B2-6.3f', 'executed', 'a complaint about a search goes to the complaints procedure', async (world) => {
    await world.say('p-sam', 'help');
    world.sees('p-sam', /A complaint goes to\nOwen Pike/);
    await pass(world, 'p-sam', 'search complaint', { complaint: '"You went through my photos."', whose: '' });
    world.refused('p-sam', 'Please fill in: Who complains?');
    await pass(world, 'p-sam', 'complain about a search', { complaint: '"You went through my photos."', whose: 'R.V.' });
    world.told('p-complaints');
    await world.press('p-complaints', 'Open');
    world.sees('p-complaints', '"You went through my photos."');
    await world.press('p-complaints', 'Done', { done: 'It is with the complaints procedure.' });
    await world.press('p-sam', 'Open');
    world.sees('p-sam', 'It is with the complaints procedure.');
    world.hearsNothing('p-dsl');
    await world.say('p-pip', 'complaint');
    world.sees('p-pip', 'whether it is about the search or about something that was removed');
    world.sees('p-pip', 'Nobody changes what was written about the search.');
  });
});
