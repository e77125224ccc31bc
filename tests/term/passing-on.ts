import { fetchFile } from '../../src/application/files.ts';
import { attachedIn } from '../../src/documents/attached.ts';
import { leavesOf } from '../support/check-card.ts';
import type { Client, Organisation } from '../support/organisation.ts';
import { NotPossible, type Working } from './acts.ts';
import { onScreen, pressIfThere, pressWhere } from './screens.ts';
import type { TrueCase, Truth } from './truth.ts';
import type { Watcher } from './watch.ts';

/** Who leads the other school only. */
export const ELSEWHERE = 'brook-dsl';

const must = (done: boolean, what: string, client: Client): void => {
  if (!done) throw new NotPossible(`${what}: ${client.titles().join(' · ')}`);
};

/** The file behind the link on this person's screen. */
async function fetched(org: Organisation, client: Client) {
  const links = leavesOf(onScreen(client)?.body ?? []).flatMap((leaf) =>
    leaf.type === 'ActionSet' ? leaf.actions : [],
  );
  const link = links.find((action) => action.type === 'Action.OpenUrl');
  return link === undefined ? undefined : fetchFile(org.deps(), link.url.split('/').at(-1) ?? '');
}

/** What goes out of a school, or to another: stories shared, files handed out. */
export function passingOn(org: Organisation, work: Working, truth: Truth, watch: Watcher) {
  return {
    async share(person: string, found: TrueCase): Promise<void> {
      const client = await work.story(person, found);
      must(await pressIfThere(client, 'Share with another site'), 'nothing to share', client);
      const typed = { with: ELSEWHERE, scope: 'summary', reason: 'They move house in spring.' };
      await client.press('Share', typed);
      truth.shares(found.planned.child).add(ELSEWHERE);
    },
    async unshare(person: string, found: TrueCase): Promise<void> {
      // Another concern about the same child may have ended it before.
      if (!truth.shares(found.planned.child).has(ELSEWHERE)) return;
      const client = await work.story(person, found);
      const isEnd = ({ data }: { readonly data: { readonly do: string } }) => data.do === 'share.end';
      while (!(await pressWhere(client, isEnd)))
        must(await pressIfThere(client, 'Later'), 'not shared', client);
      must(await pressIfThere(client, 'Stop sharing', { reason: 'They stay.' }), 'no way', client);
      truth.shares(found.planned.child).delete(ELSEWHERE);
    },
    async export(person: string, found: TrueCase): Promise<void> {
      const client = await work.story(person, found);
      while (!client.titles().includes('Make a file to hand out'))
        must(await pressIfThere(client, 'Later'), 'no file', client);
      await client.press('Make a file to hand out');
      await client.press('Next', { what: 'chronology', reader: 'school' });
      must(
        await pressIfThere(client, 'Make the file', { who: 'The next school', leave: '' }),
        'not made',
        client,
      );
      const file = await fetched(org, client);
      if (file?.pdf === undefined) throw new NotPossible('there is no file');
      // What it holds for a reader of another school: whoever made it may read no less.
      watch.fetched(person, attachedIn(file.pdf) ?? '');
    },
    /** Below the threshold: it becomes a low-level concern in a record of its own. */
    async judge(person: string, found: TrueCase): Promise<void> {
      await work.read(person, found);
      await work.take(person, found);
      const client = work.client(person);
      must(await pressIfThere(client, 'Judge by the threshold'), 'nothing to judge', client);
      const { canary } = found.planned;
      const typed = { outcome: 'not-met', reason: `A lift: ${canary}`, done: `Talked: ${canary}` };
      must(await pressIfThere(client, 'Save the judgement', typed), 'not judged', client);
    },
  };
}

/** Everything else that can be typed and could list something. */
const WORDS = [
  'low-level',
  'children',
  'register',
  'log',
  'transfers',
  'who is on',
  'duties',
  'drills',
  'hand over',
];

/** Whoever types it: what comes is looked at as it is answered, and the file of the log as it is fetched. */
export async function saysEverything(
  org: Organisation,
  watch: Watcher,
  client: Client,
  typed: string,
): Promise<void> {
  const person = String(client.person.id);
  for (const word of WORDS) {
    await client.say(word);
    if (word === 'register') await pressIfThere(client, 'Look', { name: typed });
    if (word !== 'log' || !(await pressIfThere(client, 'Make the file', { since: '2027-01-04' }))) continue;
    const file = await fetched(org, client);
    if (file !== undefined) watch.fetched(person, JSON.stringify(file.rows));
  }
}
