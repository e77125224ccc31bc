import type { ActionExecute } from '../../src/cards/model.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { caseIdIn, fillForm, stateOf } from '../support/concern.ts';
import { workThrough } from '../support/obligations-through.ts';
import { caseWork } from '../support/obligations-work.ts';
import type { Client, Organisation } from '../support/organisation.ts';
import { buttonsOf } from '../support/press.ts';
import { boxesIn, does, mustPress, onScreen, pressIf, pressMessage } from './clients.ts';

const MOST = 20;

/** What somebody does on their own list: every key that they did. */
async function doFirst(client: Client, today: string): Promise<string | undefined> {
  const card = onScreen(client);
  const doable = ({ data }: ActionExecute) => ['person.done', 'agree.open', 'audit.open'].includes(data.do);
  const button = card && buttonsOf(card).find(doable);
  const { do: verb, arg = '' } = button?.data ?? { do: '' };
  switch (verb) {
    case 'person.done':
      await mustPress(client, verb, {}, arg);
      await mustPress(client, 'person.record', { date: today, certificate: 'C-1' });
      return `training:${arg}`;
    case 'agree.open':
      await mustPress(client, verb, {}, arg);
      while (await pressIf(client, ({ title }) => title === 'Next page'));
      await mustPress(client, 'agree.sign');
      return `agreement:${arg}`;
    case 'audit.open': {
      await mustPress(client, verb, {}, arg);
      const answers = boxesIn(client, 'q-').map((id) => [id, id === 'q-wishes' ? 'no' : 'yes']);
      await mustPress(client, 'audit.save', Object.fromEntries(answers));
      return `audit:${arg}`;
    }
    default:
      return undefined;
  }
}

/** Everything that people do about what they were sent, each from what is on their screen. */
export function acting(org: Organisation, at: (person: string) => Client) {
  const cases: { newest?: RecordId } = {};
  const newest = (): RecordId => {
    if (cases.newest === undefined) throw new Error('Nobody has reported anything');
    return cases.newest;
  };
  const through = workThrough(org, caseWork(org, at, newest), newest);

  async function list(person: string): Promise<Client> {
    await at(person).say('my training');
    return at(person);
  }
  async function doAll(person: string, today: string): Promise<readonly string[]> {
    const done: string[] = [];
    for (let n = 0; n < MOST; n += 1) {
      const key = await doFirst(await list(person), today);
      if (key === undefined) return done;
      done.push(key);
    }
    throw new Error(`${person} did ${done.join(', ')}, and there is still something to do`);
  }
  async function glance(person: string): Promise<Client> {
    await at(person).say('compliance');
    return at(person);
  }
  async function record(person: string): Promise<Client> {
    const client = at(person);
    await pressMessage(client, does('case.open', undefined, newest()));
    await pressIf(client, ({ title }) => title === 'Read the record');
    return client;
  }

  return {
    doAll,
    /** "I am booked", for a training that is asked of them now; false: there is none. */
    async book(person: string, on: string): Promise<boolean> {
      const client = await list(person);
      if (!(await pressIf(client, does('person.book')))) return false;
      await mustPress(client, 'person.booked', { date: on });
      return true;
    },
    async later(person: string): Promise<void> {
      if (!(await pressMessage(at(person), does('person.later')))) throw new Error(`${person} cannot wait`);
    },
    async notMine(person: string, key: string): Promise<void> {
      await mustPress(await list(person), 'person.not-mine', {}, key);
    },
    /** Whoever leads looks at what waits for them, until nothing does. */
    async check(person: string): Promise<number> {
      const client = await glance(person);
      if (!(await pressIf(client, does('glance.check')))) return 0;
      for (let n = 0; n < MOST * 4; n += 1) {
        const isRight = await pressIf(client, does('glance.right'));
        if (!isRight && !(await pressIf(client, does('glance.gone')))) return n;
      }
      throw new Error(`${person} has more to look at than there is`);
    },
    async session(person: string, training: string, date: string, names: readonly string[]): Promise<void> {
      const client = at(person);
      await client.say('session');
      await mustPress(client, 'session.form', {}, training);
      const topics = 'signs,online,filtering,adults';
      await mustPress(client, 'session.save', { date, topics, who: 'listed', names: names.join('\n') });
    },
    async launch(person: string): Promise<void> {
      const client = await glance(person);
      await mustPress(client, 'glance.needs');
      await mustPress(client, 'glance.launch');
    },
    /** A duty of the calendar, with everything in order; false: somebody else has done it by now. */
    async duty(person: string, record: string): Promise<boolean> {
      const client = at(person);
      const isStarted = await pressMessage(client, does('duty.start', undefined, record));
      if (isStarted) await mustPress(client, 'duty.form');
      else if (!(await pressMessage(client, does('duty.form', undefined, record)))) return false;
      const answers = boxesIn(client, 'q-').map((id) => [id, 'yes']);
      const rest = {
        ...{ evidence: 'In the shared folder.', shared: 'yes' },
        ...Object.fromEntries(boxesIn(client, 'where-').map((id) => [id, 'In the shared folder.'])),
        ...(boxesIn(client, 'present').length > 0 && { present: 'dsl,safeguarding-governor' }),
      };
      await mustPress(client, 'duty.done', { ...Object.fromEntries(answers), ...rest });
      return true;
    },
    async release(person: string): Promise<void> {
      const client = at(person);
      await client.say('board report');
      await mustPress(client, 'board.release');
    },
    async draft(person: string): Promise<void> {
      const client = at(person);
      await client.say('board report');
      await mustPress(client, 'board.draft');
    },
    async ask(person: string, words: string, boxes: Readonly<Record<string, string>>): Promise<void> {
      const client = at(person);
      await client.say(words);
      const typed = Object.entries(boxes).map(([id, text]) => [id === 'site' ? id : `field-${id}`, text]);
      await mustPress(client, 'ask.send', Object.fromEntries(typed));
    },
    /** Says yes to what was asked, does it, or ends what is over. */
    async answer(person: string, record: string): Promise<void> {
      const client = at(person);
      // Somebody else may have answered it by now.
      if (!(await pressMessage(client, does('asked.open', undefined, record)))) return;
      const typed = { reason: 'It was looked at.', done: 'It was looked at.' };
      for (const verb of ['asked.approve', 'asked.done', 'asked.ended'])
        if (await pressIf(client, does(verb), typed)) return;
      throw new Error(`${person} cannot answer ${client.texts()}`);
    },
    async giveAccess(person: string): Promise<void> {
      await pressMessage(at(person), does('people.ask'));
      await mustPress(at(person), 'people.give');
    },
    /** A worry about a child: reported, taken, and worked on to its end. */
    async report(person: string): Promise<RecordId> {
      const client = at(person);
      await fillForm(client);
      cases.newest = await caseIdIn(org, person);
      await client.press('Send it');
      return cases.newest;
    },
    async take(person: string): Promise<void> {
      await pressIf(await record(person), ({ title }) => title === 'I have this');
    },
    async close(person: string): Promise<void> {
      await record(person);
      await through(person, {}, newest());
      const client = await record(person);
      await pressIf(client, ({ title }) => title === 'Close');
      await client.press('Close it', { reason: 'All is done.', confirmed: 'yes' });
      const { progress } = await stateOf(org, newest());
      if (progress.status !== 'closed') throw new Error(`not closed: ${client.texts().slice(0, 300)}`);
    },
  };
}
