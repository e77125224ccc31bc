import type { RecordId } from '../../src/domain/ids.ts';
import { caseIdIn, stateOf } from '../support/concern.ts';
import { workThrough } from '../support/obligations-through.ts';
import { caseWork } from '../support/obligations-work.ts';
import type { Client, Organisation } from '../support/organisation.ts';
import type { PlannedConcern } from './plan.ts';
import { childName } from './school.ts';
import { openCase, pressIfThere, pressWhere } from './screens.ts';
import type { TrueCase } from './truth.ts';

/** Something that could not be done as it was planned: counted, so that a term in which nothing happens is no success. */
export class NotPossible extends Error {}

const must = (done: boolean, what: string, client: Client): void => {
  if (!done) throw new NotPossible(`${what}: ${client.titles().join(' · ')}`);
};
const day = (org: Organisation, days: number): string =>
  Temporal.Instant.from(org.clock.now())
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .add({ days })
    .toString();

/** A whole report, as somebody writes it. `known`: called as soon as the bot knows which case it will be. */
export async function sendReport(
  org: Organisation,
  client: Client,
  planned: PlannedConcern,
  known: (id: RecordId) => void,
): Promise<void> {
  const { danger, about, adult, canary, child, connected } = planned;
  await client.say('report concern');
  await client.press(danger);
  known(await caseIdIn(org, String(client.person.id)));
  if (danger === 'In danger now') {
    const [tell] = client.titles();
    await client.press(tell ?? '', { where: `Hall ${canary}`, callback: '07700 900100' });
  } else await pressIfThere(client, 'Go on with the form');
  const answer = about === 'unsure' ? 'unsure' : adult === undefined ? 'no' : 'yes';
  await client.press('Continue', { 'name-1': childName(child), adult: answer });
  if (answer !== 'no') await client.press('Continue', adult === undefined ? {} : { adults: adult });
  await client.press('Continue', planned.ticks);
  await client.press('Continue', {
    ...{ seen: `It was seen: ${canary}.`, heard: 'saw', when: 'about' },
    'child-words': `They said ${canary}.`,
    opinion: `I think ${canary}.`,
  });
  await client.press('Send it', connected === undefined ? {} : { connected });
  if (client.titles().includes('Send it')) throw new NotPossible(`not sent: ${client.texts().slice(0, 600)}`);
}

/** What those who work a case do to it; each begins at the record. */
export function working(org: Organisation, at: (person: string) => Client) {
  const held: { id?: RecordId } = {};
  const newest = (): RecordId => {
    if (held.id === undefined) throw new Error('No case is being worked on');
    return held.id;
  };
  const work = caseWork(org, at, newest);
  const through = workThrough(org, work, newest);

  async function atRecord(person: string, found: TrueCase): Promise<Client> {
    const client = at(person);
    must(await openCase(client, found.id), 'cannot open it', client);
    return client;
  }
  async function adding(person: string, found: TrueCase, what: string): Promise<Client> {
    const client = await atRecord(person, found);
    must(await pressIfThere(client, 'Add something else'), 'nothing to add', client);
    must(await pressIfThere(client, what), what, client);
    return client;
  }

  return {
    async take(person: string, found: TrueCase): Promise<void> {
      const client = await atRecord(person, found);
      found.opened = true;
      await pressIfThere(client, 'I have this');
    },
    async read(person: string, found: TrueCase): Promise<void> {
      const client = await atRecord(person, found);
      await pressIfThere(client, 'What has been done');
    },
    async link(
      person: string,
      found: TrueCase,
      childId: string,
      how: 'same' | 'unsure' | 'new',
    ): Promise<void> {
      const client = await atRecord(person, found);
      must(await pressIfThere(client, 'Same child as …?'), 'no question', client);
      const done =
        how === 'same'
          ? await pressWhere(
              client,
              ({ data }) => data.do === 'child.link' && String(data.arg).endsWith(childId),
            )
          : await pressIfThere(client, how === 'unsure' ? 'Not sure' : 'New: put them in the register');
      must(done, how, client);
    },
    async note(person: string, found: TrueCase): Promise<void> {
      const client = await atRecord(person, found);
      must(await pressIfThere(client, 'Add a note'), 'no note', client);
      const { canary } = found.planned;
      await client.press('Save the note', {
        kind: 'call',
        text: `Rang: ${canary}`,
        present: canary,
        opinion: canary,
      });
    },
    async decide(person: string, found: TrueCase): Promise<void> {
      const client = await adding(person, found, 'A decision');
      await client.press('Save the decision', {
        what: 'keep-watching',
        reason: `Because ${found.planned.canary}.`,
      });
    },
    async ask(person: string, found: TrueCase): Promise<void> {
      const client = await atRecord(person, found);
      must(await pressIfThere(client, 'Ask the reporter'), 'no question', client);
      await client.press('Send the question', { question: `When was ${found.planned.canary}?` });
    },
    async answer(found: TrueCase): Promise<void> {
      const client = at(found.planned.reporter);
      await client.say('my reports');
      const opens = ({ data }: { readonly data: { readonly record?: string | undefined } }) =>
        data.record === found.id;
      must(await pressWhere(client, opens), 'not among the last', client);
      must(await pressIfThere(client, 'Add something'), 'nothing to add', client);
      await client.press('Send it', { text: `At noon, ${found.planned.canary}.` });
    },
    async refer(person: string, found: TrueCase): Promise<void> {
      const client = await atRecord(person, found);
      must(await pressIfThere(client, 'Record a referral'), 'nothing to refer', client);
      const typed = {
        agency: 'social-care',
        who: found.planned.canary,
        reference: 'SC-1',
        consent: 'agreed',
      };
      await client.press('Save the referral', typed);
    },
    async reply(person: string, found: TrueCase): Promise<void> {
      const client = await atRecord(person, found);
      must(await pressIfThere(client, "Children's social care: reply"), 'no referral', client);
      await pressIfThere(client, 'They replied');
      const typed = { outcome: 'accepted', text: `They take ${found.planned.canary}.` };
      must(await pressIfThere(client, 'Save the reply', typed), 'no reply', client);
    },
    async meet(person: string, found: TrueCase): Promise<void> {
      const client = await adding(person, found, 'A meeting');
      const { canary } = found.planned;
      const typed = { kind: 'strategy', date: day(org, 2), time: '14:00', where: canary, who: canary };
      await client.press('Plan the meeting', typed);
    },
    async task(person: string, found: TrueCase, to: string): Promise<void> {
      const client = await adding(person, found, 'A task for a colleague');
      found.asked.add(to);
      await client.press('Ask them', { to, due: day(org, 3), text: 'Please meet them at the gate.' });
    },
    async doTask(to: string, found: TrueCase): Promise<void> {
      const client = at(to);
      const card = client.inbox().findLast(({ message }) => JSON.stringify(message).includes(found.id));
      if (card === undefined) throw new NotPossible(`${to} was asked nothing`);
      await client.press('Open');
      await pressIfThere(client, 'Done', { text: 'They came.' });
    },
    async triage(person: string, found: TrueCase, typed: Readonly<Record<string, string>>): Promise<void> {
      const client = await atRecord(person, found);
      must(await pressIfThere(client, 'Name the kind of case'), 'no triage', client);
      await client.press('Save', typed);
    },
    async story(person: string, found: TrueCase): Promise<Client> {
      const client = await atRecord(person, found);
      must(await pressIfThere(client, 'Open the story'), 'no story', client);
      return client;
    },
    /** Does all that the policy asks for, and closes it. */
    async close(person: string, found: TrueCase): Promise<void> {
      held.id = found.id;
      await atRecord(person, found);
      await through(person, {}, found.id);
      await pressIfThere(at(person), 'Back to the record');
      const client = await atRecord(person, found);
      must(await pressIfThere(client, 'Close'), 'cannot close', client);
      await client.press('Close it', { reason: `All is done ${found.planned.canary}.`, confirmed: 'yes' });
      const { progress } = await stateOf(org, found.id);
      must(progress.status === 'closed', `not closed: ${client.texts().slice(0, 300)}`, client);
      found.closed = true;
    },
    async reopen(person: string, found: TrueCase): Promise<void> {
      const client = await atRecord(person, found);
      must(await pressIfThere(client, 'Open it again'), 'not closed', client);
      await client.press('Open it again', { reason: `Again: ${found.planned.canary}` });
      found.closed = false;
    },
    async away(person: string, until: string, to: string): Promise<void> {
      const client = at(person);
      await client.say('away');
      await client.press('Continue', { until });
      await pressIfThere(client, 'Save', { to, note: 'The aunt phones at three.' });
    },
    async drill(person: string): Promise<void> {
      const client = at(person);
      await client.say('drill');
      must(await pressIfThere(client, 'Start the drill', { kind: 'child' }), 'no drill', client);
    },
    client: at,
  };
}
export type Working = ReturnType<typeof working>;
