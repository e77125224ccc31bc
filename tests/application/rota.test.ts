import { readDirectory } from '../../src/application/directory.ts';
import { textsOf } from '../support/check-card.ts';
import { newlyTold, report, stateOf } from '../support/concern.ts';
import { type Organisation, organisation } from '../support/organisation.ts';
import { press } from '../support/press.ts';
import { putPeople } from '../support/put-people.ts';

const FEELING = { ticks: { also: 'feeling' } };
/** It is a Tuesday. */
const TUESDAY = { 'turn-2-morning': 'p-nadia', 'turn-2-afternoon': 'p-owen' };
const NIGHT = { number: '01632 960399', label: 'Trust duty phone' };

const withRota = async (org: Organisation, typed: Readonly<Record<string, string>> = TUESDAY) => {
  const iris = org.at('p-iris');
  await iris.say('rota');
  await iris.press('Save the rota', typed);
  return iris;
};
const whoIsOn = async (org: Organisation, id: string) => {
  const client = org.at(id);
  await client.say('who is on');
  return client.texts();
};
const withNight = (start?: string) =>
  organisation('two-schools', {
    ...(start !== undefined && { start }),
    doctor: (deps) => ({
      ...deps,
      organisation: {
        ...deps.organisation,
        sites: deps.organisation.sites.map((site) => ({ ...site, outOfHours: NIGHT })),
      },
    }),
  });

describe('the rota', () => {
  it('is set by a lead of the site, and kept', async () => {
    const org = await organisation('two-schools');
    const iris = await withRota(org);
    expect(iris.texts()).toContain('The rota is saved.');
    expect((await readDirectory(org.deps())).rota).toEqual([
      { site: 'north', day: 2, half: 'morning', person: 'p-nadia' },
      { site: 'north', day: 2, half: 'afternoon', person: 'p-owen' },
    ]);
    await iris.say('rota');
    const form = JSON.stringify(iris.card());
    expect(form).toContain('"id":"turn-2-morning"');
    expect(form).toContain('"value":"p-nadia"}');
  });

  it('keeps the turns of those who stay through an import of people', async () => {
    const org = await organisation('two-schools');
    await withRota(org);
    await putPeople(org.deps(), { people: org.directory.people.filter(({ id }) => id !== 'p-owen') });
    expect((await readDirectory(org.deps())).rota?.map(({ person }) => person)).toEqual(['p-nadia']);
  });

  it('takes nobody who does not lead the site', async () => {
    const org = await organisation('two-schools');
    await withRota(org, { 'turn-2-morning': 'p-ada', 'turn-2-afternoon': 'p-lena' });
    expect((await readDirectory(org.deps())).rota).toEqual([]);
  });

  it('is nobody else’s: a lead of another site sees and changes only their own', async () => {
    const org = await organisation('two-schools');
    const iris = org.at('p-iris');
    await iris.say('rota');
    const save = press(iris.card(), 'Save the rota', TUESDAY);
    const lena = org.at('p-lena');
    await lena.send(save);
    expect(lena.texts()).toBe('There is nothing here for you.');
    await lena.say('rota');
    expect(lena.texts()).toContain('Rota: South Primary School');
    expect(lena.titles()).toEqual(['Save the rota']);
    const vera = org.at('p-vera');
    await vera.say('rota');
    expect(vera.texts()).toBe('There is nothing here for you.');
    expect((await readDirectory(org.deps())).rota).toBeUndefined();
  });

  it('has a page for each site that somebody leads', async () => {
    const org = await organisation('two-schools');
    const owen = org.at('p-owen');
    await owen.say('rota');
    expect(owen.texts()).toContain('Rota: North Primary School');
    await owen.press('Rota: South Primary School');
    await owen.press('Save the rota', { 'turn-1-morning': 'p-lena' });
    expect((await readDirectory(org.deps())).rota).toEqual([
      { site: 'south', day: 1, half: 'morning', person: 'p-lena' },
    ]);
  });

  it('is not written over by somebody who had not seen the last change', async () => {
    const org = await organisation('two-schools');
    const owen = org.at('p-owen');
    await owen.say('rota');
    await withRota(org);
    await owen.press('Save the rota', { 'turn-2-morning': 'p-owen' });
    expect(owen.texts()).toContain('Somebody changed it meanwhile');
    expect(JSON.stringify(owen.card())).toContain('"value":"p-nadia"}');
    expect((await readDirectory(org.deps())).rota?.map(({ person }) => person)).toEqual([
      'p-nadia',
      'p-owen',
    ]);
    await owen.press('Save the rota', { 'turn-2-morning': 'p-owen' });
    expect((await readDirectory(org.deps())).rota?.map(({ person }) => person)).toEqual(['p-owen', 'p-owen']);
  });
});

describe('a new ordinary report', () => {
  const inChannel = async (start?: string) => {
    const org = await organisation('two-schools', start === undefined ? {} : { start });
    await org.bindChannel(['p-iris', 'p-nadia', 'p-owen', 'p-rosa']);
    return org;
  };

  it('reaches whoever is on duty one to one, beside the channel', async () => {
    const org = await inChannel();
    await withRota(org);
    await report(org, 'p-ada', FEELING);
    expect(newlyTold(org, 0)).toEqual(['p-nadia']);
    await org.advance({ hours: 3 });
    expect(textsOf(org.at('p-nadia').card()).join('\n')).not.toContain('There is nothing here for you.');
  });

  it('reaches the channel alone where the rota has nobody (control)', async () => {
    const org = await inChannel();
    await report(org, 'p-ada', FEELING);
    expect(newlyTold(org, 0)).toEqual([]);
  });

  it('reaches whoever is on when work begins, if it comes in the night before', async () => {
    const org = await inChannel('2026-11-23T21:00:00.000Z');
    await withRota(org);
    await report(org, 'p-ada', FEELING);
    expect(newlyTold(org, 0)).toEqual(['p-nadia']);
  });

  it('that somebody has opened is no news to whoever is set on duty later', async () => {
    const org = await inChannel();
    const id = await report(org, 'p-ada', FEELING);
    const iris = org.at('p-iris');
    const [card] = org.post.box('channel-safeguarding-leads').map(({ message }) => message.card);
    if (card === undefined) throw new Error('The channel has no card');
    await iris.send(press(card, 'Open', {}));
    await withRota(org);
    const ada = org.at('p-ada');
    await ada.say('my reports');
    await ada.press('Open');
    await ada.press('Add something');
    await ada.press('Send it', { text: 'It was Monday.' });
    await org.settle();
    expect((await stateOf(org, id)).progress.status).toBe('opened');
    expect(newlyTold(org, 0)).not.toContain('p-nadia');
  });

  it('never reaches somebody who must not know of it, though they are on duty', async () => {
    const org = await inChannel();
    await withRota(org);
    await report(org, 'p-ada', { ...FEELING, connected: 'p-nadia' });
    expect(newlyTold(org, 0)).not.toContain('p-nadia');
  });
});

describe('who is on', () => {
  it('is said to all staff, with the number, and nothing of any case', async () => {
    const org = await organisation('two-schools');
    await withRota(org);
    await report(org, 'p-ada');
    const said = await whoIsOn(org, 'p-ben');
    expect(said).toContain('North Primary School\nNadia Marsh Deputy lead');
    expect(said).toContain('01632 960310');
    expect(said).not.toContain('South');
    expect(said).not.toMatch(/Robin|Rota|away|[0-9A-Z]{4}-[0-9A-Z]{4}/);
    await org.advance({ hours: 2 });
    expect(await whoIsOn(org, 'p-ben')).toContain('Owen Pike');
  });

  it('is the lead where the rota has nobody, and the deputies when the lead is away', async () => {
    const org = await organisation('two-schools');
    expect(await whoIsOn(org, 'p-ben')).toContain('Iris Kay Safeguarding lead');
    const iris = org.at('p-iris');
    await iris.say('away');
    await iris.press('Continue');
    const said = await whoIsOn(org, 'p-ben');
    expect(said).toContain('Nadia Marsh Deputy lead');
    // Who is away is for the leads.
    expect(said).not.toContain('Iris');
    expect(await whoIsOn(org, 'p-nadia')).toContain('Iris Kay away until the end of 24 November');
  });

  it('is nobody while the site is shut, with the number that is answered then', async () => {
    const org = await withNight('2026-11-24T21:00:00.000Z');
    const said = await whoIsOn(org, 'p-ben');
    expect(said).toContain('The site is shut now. Somebody is on again tomorrow 08:00.');
    expect(said.indexOf('01632 960399')).toBeLessThan(said.indexOf('01632 960310'));
    expect(said).toContain('**01632 960399** Trust duty phone');
  });
});

describe('the number for out of hours', () => {
  const receipt = (org: Organisation) =>
    [...org.drawn]
      .flatMap(([card, name]) => (name === 'receipt' ? [textsOf(card).join('\n')] : []))
      .join('\n');
  const contacts = async (org: Organisation) => {
    const ada = org.at('p-ada');
    await ada.say('contacts');
    return ada.texts();
  };

  it('stands on the receipt, among the contacts, and where nobody answers', async () => {
    const org = await withNight('2026-11-24T21:00:00.000Z');
    await report(org, 'p-ada');
    expect(receipt(org)).toContain('01632 960399 (Trust duty phone)');
    expect(await contacts(org)).toContain('01632 960399');
    await org.advance({ hours: 3 });
    const told = org
      .at('p-ada')
      .inbox()
      .map(({ message }) => textsOf(message.card).join('\n'))
      .join('\n');
    expect(told).toContain('Please phone 01632 960399 (Trust duty phone) now.');
  });

  it('is not shown while somebody answers at the site (control)', async () => {
    const org = await withNight();
    await report(org, 'p-ada');
    expect(receipt(org)).toContain('01632 960310 (North school office)');
    expect(receipt(org)).not.toContain('01632 960399');
    expect(await contacts(org)).not.toContain('01632 960399');
  });
});
