import { changeDirectory } from '../../src/application/directory.ts';
import { intentHandler } from '../../src/application/handle-intent.ts';
import { RequestEvent } from '../../src/domain/request/events.ts';
import { memoryStore } from '../support/memory-store.ts';
import { press as pressOn } from '../support/press.ts';
import { consents, looksUp, schoolsWithRegisters, sends, YES } from '../support/registers.ts';
import { opens, requestsOf, typesOf } from '../support/staff-forms.ts';
import { signed } from '../support/transcript.ts';

const NOTHING = 'There is nothing here for you.';
const READY = 'What you asked to see is ready. Open it where only you can read it.';
const TOOL = { tool: 'Quiz maker', risks: 'It keeps names: we use none.' };

describe('who sees a register', () => {
  it('is whoever holds one of its roles, at their own site', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    // Staff of the other school have an empty register of their own.
    const finn = await looksUp(org, 'p-finn', 'Robin Vale');
    expect(finn.texts()).toContain('No consent is recorded.');
    await finn.say('consent');
    expect(finn.titles()).not.toContain('Open');
    // Somebody of no school's staff sees none.
    const greta = org.at('p-greta');
    for (const words of ['consent', 'devices', 'relations', 'registers']) {
      await greta.say(words);
      expect(greta.texts()).toBe(NOTHING);
    }
  });

  it('is asked on every press, and the answer is the same whether there is anything or not', async () => {
    const org = await schoolsWithRegisters();
    await sends(org, 'p-ada', 'know a family', { whom: 'The family of a pupil in 5B' });
    const vera = await opens(org.at('p-vera'));
    await vera.press('Done', { done: 'Talked about it.' });
    await vera.say('relations');
    expect(vera.texts()).toContain('Ada Bell The family of a pupil in 5B');
    const open = pressOn(vera.card(), 'Open');
    await vera.press('Open');
    expect(vera.texts()).toContain('The family of a pupil in 5B');
    const end = pressOn(vera.card(), 'End it', { why: 'Mistaken.' });
    for (const who of ['p-ada', 'p-jo', 'p-tom']) {
      const other = org.at(who);
      for (const data of [
        open,
        end,
        signed({ do: 'kept.list', arg: 'relations' }),
        signed({ do: 'kept.find', arg: 'relations' }, { name: 'x' }),
      ]) {
        await other.send(data);
        expect([who, other.texts()]).toEqual([who, NOTHING]);
      }
    }
    // The headteacher of the other school has a register of their own, with nothing of this one in it.
    const hugh = org.at('p-hugh');
    for (const data of [open, end]) {
      await hugh.send(data);
      expect(hugh.texts()).toBe(NOTHING);
    }
    await hugh.say('relations');
    expect(hugh.texts()).toContain('Nothing stands there.');
    await vera.send(signed({ do: 'kept.list', arg: 'nothing-like-it' }));
    expect(vera.texts()).toBe(NOTHING);
    await vera.send(signed({ do: 'kept.open', record: org.deps().keyring.recordId('directory') }));
    expect(vera.texts()).toBe(NOTHING);
  });

  it('is written down before an entry is shown', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    await looksUp(org, 'p-ada', 'Robin Vale');
    const [made] = await requestsOf(org, 'p-jo');
    expect(typesOf(made?.events ?? [])).toEqual(['RequestMade', 'RequestDone', 'RequestRead']);
    expect(made?.events.at(-1)).toMatchObject({ by: 'p-ada' });
  });

  it('reads it in a private view: a message says only that there is one', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    const ada = org.at('p-ada', 'teams');
    const from = { platform: 'teams', account: ada.person.teams ?? '' } as const;
    const typed = { type: 'say', text: 'consent', place: { type: 'private' }, view: false, from } as const;
    const answer = await intentHandler(org.deps())(typed);
    if (answer.type === 'nothing') throw new Error('Nothing was answered');
    const thin = JSON.stringify(answer.card);
    expect(thin).toContain(READY);
    expect(thin).not.toMatch(/Robin|agreed/);
    await ada.send(pressOn(answer.card, 'Open'));
    expect(ada.texts()).toContain('Robin Vale, 5B');
    await ada.press('Hide');
    expect(ada.texts()).toBe(`${READY}\nOpen`);
    await ada.send(pressOn(ada.card(), 'Open'), false);
    expect(ada.texts()).toBe('Please ask me that in your own chat with me.');
  });

  it('finds those that they see under "registers"', async () => {
    const org = await schoolsWithRegisters();
    const ivo = org.at('p-ivo');
    await ivo.say('registers');
    expect(ivo.titles()).toEqual(['What parents agreed to', 'Permitted tools', 'Devices that are out']);
    await ivo.press('Devices that are out');
    expect(ivo.texts()).toContain('Nothing stands there.');
  });

  it('finds one child without reading the others, and lists without opening any record', async () => {
    const store = memoryStore();
    const read = { listed: 0, opened: 0 };
    const org = await schoolsWithRegisters({
      store: {
        ...store,
        byToken: async (token, cursor) => {
          const page = await store.byToken(token, cursor);
          read.listed += page.items.length;
          return page;
        },
        read: (id, options) => {
          read.opened += 1;
          return store.read(id, options);
        },
      },
    });
    for (let n = 1; n <= 40; n += 1) await consents(org, { ...YES, pupil: `Pupil ${n}, 5B` });
    const counted = async (act: () => Promise<unknown>) => {
      Object.assign(read, { listed: 0, opened: 0 });
      await act();
      return { ...read };
    };
    const ada = org.at('p-ada');
    const nothing = await counted(() => ada.say('help'));
    const listed = await counted(() => ada.say('consent'));
    expect(listed).toEqual({ listed: 40, opened: nothing.opened });
    const found = await counted(() => ada.press('Look', { name: 'Pupil 7' }));
    expect(ada.texts()).toContain('Pupil 7, 5B');
    expect(found.listed).toBeLessThanOrEqual(2);
    expect(found.opened).toBeLessThan(10);
  });

  it('turns its pages, and reads whoever holds the role that it is of', async () => {
    const org = await schoolsWithRegisters();
    for (let n = 11; n < 23; n += 1) await consents(org, { ...YES, pupil: `Pupil ${n}, 5B` });
    const ada = org.at('p-ada');
    await ada.say('consent');
    expect(ada.texts()).toContain('Page 1 of 2. 12 in all.');
    expect(ada.texts()).toContain('Pupil 20, 5B');
    await ada.press('Next page');
    expect(ada.texts()).toContain('Pupil 22, 5B');
    await ada.press('Earlier page');
    expect(ada.texts()).not.toContain('Pupil 22');
    await ada.say('permitted tools');
    expect(ada.texts()).toContain('The role is held by: Ivo Stone');
  });
});

describe('an entry', () => {
  it('is ended with a reason, by whoever keeps it, and nothing is deleted', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    const ada = await looksUp(org, 'p-ada', 'Robin Vale');
    expect(ada.titles()).not.toContain('End it');
    const jo = await looksUp(org, 'p-jo', 'Robin Vale');
    await ada.send(pressOn(jo.card(), 'End it', { why: 'Not mine to end.' }));
    expect(ada.texts()).toBe(NOTHING);
    await jo.press('End it');
    expect(jo.texts()).toContain('Not ended yet. Please write why.');
    await jo.press('End it', { why: 'The mother wrote to us.' });
    expect(jo.texts()).toMatch(
      /It does not stand any more[\s\S]*Ended by: Jo Kemp[\s\S]*Because: The mother wrote to us\./,
    );
    await jo.press('Back to the list');
    expect(jo.titles()).not.toContain('Open');
    await looksUp(org, 'p-ada', 'Robin Vale');
    const asked = await looksUp(org, 'p-ada', 'Robin Vale');
    expect(asked.texts()).toContain('No consent is recorded.');
    const [made] = await requestsOf(org, 'p-jo');
    expect(made?.events.map((each) => RequestEvent.parse(each).type)).toContain('EntryEnded');
  });

  it('that was ended meanwhile says so', async () => {
    const org = await schoolsWithRegisters();
    await consents(org);
    const [jo, vera] = [await looksUp(org, 'p-jo', 'Robin Vale'), await looksUp(org, 'p-vera', 'Robin Vale')];
    await jo.press('End it', { why: 'Once.' });
    await vera.press('End it', { why: 'Twice.' });
    expect(vera.texts()).toContain('That was done already.');
    expect(vera.texts()).toContain('Because: Once.');
  });

  it('without a day of its own is chased when its time is over, and does not hold any more', async () => {
    const org = await schoolsWithRegisters();
    await sends(org, 'p-ada', 'new tool', TOOL);
    const ivo = await opens(org.at('p-ivo'));
    await ivo.press('Approve');
    expect(ivo.texts()).toContain('Approved. It stands until 24 November 2027.');
    const ben = org.at('p-ben');
    await ben.say('permitted tools');
    expect(ben.texts()).toMatch(/Quiz maker[\s\S]*It stands until 24 November 2027\./);
    await org.advance({ hours: 24 * 367 });
    await opens(ivo);
    expect(ivo.texts()).toContain('It stood until 24 November 2027. It is out of date.');
    await ben.say('permitted tools');
    expect(ben.texts()).toContain('It is out of date.');
    await ivo.press('It is ended');
    await ben.say('permitted tools');
    expect(ben.texts()).not.toContain('Quiz maker');
    expect(ben.texts()).toContain('Nothing stands there.');
  });

  it('is in no register while it waits, and never if it was declined', async () => {
    const org = await schoolsWithRegisters();
    await sends(org, 'p-ada', 'new tool', TOOL);
    const ben = org.at('p-ben');
    await ben.say('permitted tools');
    expect(ben.texts()).not.toContain('Quiz maker');
    const ivo = await opens(org.at('p-ivo'));
    await ivo.press('Decline', { reason: 'It keeps too much.' });
    await ben.say('permitted tools');
    expect(ben.texts()).not.toContain('Quiz maker');
    const [made] = await requestsOf(org, 'p-ada');
    await ben.send(signed({ do: 'kept.open', record: made?.id ?? '' }));
    expect(ben.texts()).toBe(NOTHING);
  });

  it('that has a day of its own is given back after it', async () => {
    const org = await schoolsWithRegisters();
    const past = await sends(org, 'p-ada', 'give out a device', { asset: 'Tablet 31', until: '2026-11-20' });
    expect(past.texts()).toContain('That day is over.');
    await sends(org, 'p-ada', 'give out a device', { asset: 'Tablet 31', until: '2026-12-04' });
    const ivo = await opens(org.at('p-ivo'));
    await ivo.press('Done', { done: 'Given out.' });
    await ivo.say('devices');
    expect(ivo.texts()).toMatch(/Tablet 31[\s\S]*It stands until 4 December 2026\./);
    await org.advance({ hours: 24 * 14 });
    await opens(ivo);
    await ivo.press('It is ended');
    await ivo.say('devices');
    expect(ivo.texts()).not.toContain('Tablet 31');
  });
});

describe('a colleague on a form', () => {
  it.each([
    [{ second: 'p-ada' }, 'Choose somebody other than yourself.'],
    [{ second: 'p-finn' }, 'Nobody of that name works here.'],
    [{ second: 'Nobody Known' }, 'Nobody of that name works here.'],
    [{ second: 'p-ben', third: 'p-ben' }, 'Choose a different person in each box.'],
    [{ risks: '' }, 'Fill in at least one of these: What could go wrong? · Where is the assessment?'],
  ])('%j: %s', async (boxes, said) => {
    const org = await schoolsWithRegisters();
    const ada = await sends(org, 'p-ada', 'new tool', { ...TOOL, ...boxes });
    expect(ada.texts()).toContain(said);
    expect(await requestsOf(org, 'p-ada')).toEqual([]);
  });

  it('is picked from a list without the asker, or written by name, and shown by name', async () => {
    const org = await schoolsWithRegisters();
    const ada = org.at('p-ada');
    await ada.say('new tool');
    const shown = JSON.stringify(ada.card());
    expect(shown).toContain('"p-ben"');
    expect(shown.match(/"p-ada"/g)).toHaveLength(1);
    await sends(org, 'p-ada', 'new tool', {
      ...TOOL,
      second: 'ben  orchard',
      third: 'p-ada',
      risks: '',
      paper: 'Shared folder',
    });
    const ivo = await opens(org.at('p-ivo'));
    expect(ivo.texts()).toMatch(/Who looked at it too\?: Ben Orchard[\s\S]*Ada Bell/);
  });

  it('who left holds up the yes, and is marked in what stands', async () => {
    const org = await schoolsWithRegisters();
    await sends(org, 'p-ada', 'new tool', { ...TOOL, second: 'p-ben' });
    await sends(org, 'p-ada', 'new tool', { ...TOOL, tool: 'Atlas', second: 'p-ben' });
    const ivo = await opens(org.at('p-ivo'));
    await ivo.press('Approve');
    await changeDirectory(org.deps(), (stored) => ({
      ...stored,
      people: stored.people.filter(({ id }) => id !== 'p-ben'),
    }));
    const [first] = ivo.inbox().filter(({ message }) => JSON.stringify(message.card).includes('asked.open'));
    if (first === undefined) throw new Error('Nothing was asked');
    await ivo.send(pressOn(first.message.card, 'Open'));
    expect(ivo.texts()).toContain('Does not work here any more: Ben Orchard');
    await ivo.press('Approve');
    expect(ivo.texts()).toContain('You cannot say yes yet.');
    await ivo.say('permitted tools');
    expect(ivo.texts()).toContain('They do not work here any more.');
    await ivo.press('Open');
    expect(ivo.texts()).toContain('Does not work here any more: Ben Orchard');
  });
});

it('whoever asked cannot answer, also where they hold the role', async () => {
  const org = await schoolsWithRegisters();
  await sends(org, 'p-vera', 'know a family', { whom: 'My own child is in 5B' });
  const [made] = await requestsOf(org, 'p-vera');
  const vera = org.at('p-vera');
  await vera.send(signed({ do: 'asked.done', record: made?.id ?? '' }, { done: 'I say so myself.' }));
  expect(vera.texts()).toBe(NOTHING);
});

describe('other policies', () => {
  it('are listed, each with its link or that there is none', async () => {
    const org = await schoolsWithRegisters();
    const ada = org.at('p-ada');
    await ada.say('policies');
    expect(ada.texts()).toMatch(/Behaviour policy[\s\S]*Anti-bullying policy\nNo link is set up for it\./);
    expect(JSON.stringify(ada.card())).toContain('https://school.example/behaviour');
  });

  it('are said to be none where the policy names none', async () => {
    const org = await schoolsWithRegisters({
      doctor: (deps) => ({ ...deps, policy: { ...deps.policy, linked: [] } }),
    });
    const ada = org.at('p-ada');
    await ada.say('other policies');
    expect(ada.texts()).toBe('This policy names no other policies.');
  });
});
