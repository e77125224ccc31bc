import { intentHandler } from '../../src/application/handle-intent.ts';
import type { Answer, Press } from '../../src/application/intent.ts';
import { report } from '../support/concern.ts';
import { act, type Everybody, everybody, SECRETS, shownButtons, wordsOf } from '../support/people-access.ts';
import { stage } from '../support/people-access-stage.ts';
import { isOurs, mayPress, OPENS, OWN_WORDS, WORDS } from '../support/people-rights.ts';
import { normal } from '../support/transcript.ts';

const NOTHING = 'There is nothing here for you.';
const IN_CHAT = 'Please ask me that in your own chat with me.';
const STRANGERS = ['p-lee', 'p-nia'];
/** Somebody without any account presses nothing. */
const known = () => org.people.filter((each) => ![...STRANGERS, 'p-noah'].includes(each));
const UNKNOWN = '00000000000000000000000000';
const plainly = (answer: Answer) => normal(JSON.stringify(answer));
const names = () => org.directory.people.flatMap(({ name }) => [name, ...name.split(' ').slice(1)]);
/** What of all this stands in a text. */
const foundIn = (text: string) =>
  [...names(), ...Object.values(SECRETS)].filter((each) => text.includes(each));
const without = ({ do: verb, arg }: Press, record?: string) => ({
  do: verb,
  ...(arg !== undefined && { arg }),
  ...(record !== undefined && { record }),
});

let org: Everybody;
beforeAll(async () => {
  org = await stage(await everybody());
  await report(org, 'p-cleo');
});

const inShared = (who: string, asked: object) => {
  const from = { platform: 'teams' as const, account: org.at(who).person.teams ?? '' };
  const channel = {
    platform: 'teams' as const,
    to: { conversation: '19:x', serviceUrl: 'http://127.0.0.1' },
  };
  const intent = {
    type: 'say',
    text: '',
    from,
    place: { type: 'shared', channel },
    view: false,
    ...asked,
  } as const;
  return intentHandler(org.deps())(intent);
};

describe('what is typed', () => {
  it.each(Object.entries(WORDS))('"%s" is answered to whoever may, and to nobody else', async (word, may) => {
    const answered = [];
    for (const who of known()) {
      const said = wordsOf(await org.at(who).say(word));
      if (said !== NOTHING) answered.push(who);
    }
    expect(answered.toSorted()).toEqual([...new Set(may)].toSorted());
  });

  it('is answered to everybody about themselves alone', async () => {
    for (const word of OWN_WORDS)
      for (const who of ['p-cleo', 'p-sami', 'p-moss', 'p-gita']) {
        const said = wordsOf(await org.at(who).say(word));
        expect(said).not.toBe(NOTHING);
        const own = org.at(who).person.name;
        expect(foundIn(said).filter((each) => !own.includes(each))).toEqual([]);
      }
  });

  it('names nobody where somebody has counts only', async () => {
    for (const who of ['p-greta', 'p-gita', 'p-gus', 'p-rosa']) {
      const said = wordsOf(await org.at(who).say('compliance'));
      expect(said).toContain('late');
      expect(foundIn(said)).toEqual([]);
    }
    expect(foundIn(wordsOf(await org.at('p-iris').say('compliance')))).toContain('Ada Bell');
  });

  it('is a stranger’s where somebody has left or is not here yet', async () => {
    for (const who of STRANGERS)
      for (const word of [...Object.keys(WORDS), ...OWN_WORDS])
        expect(wordsOf(await org.at(who).say(word))).toContain('I do not know your account yet');
  });

  it('is one neutral line where others read, and a card without anybody in it as a message', async () => {
    for (const word of [...Object.keys(WORDS), ...OWN_WORDS])
      for (const who of ['p-iris', 'p-vera', 'p-tom', 'p-ivo', 'p-ada', 'p-greta', 'p-cleo']) {
        expect(wordsOf(await inShared(who, { text: word }))).toBe(IN_CHAT);
        const message = await inShared(who, { text: word, place: { type: 'private' } });
        expect([word, who, foundIn(JSON.stringify(message))]).toEqual([word, who, []]);
      }
  });
});

/** Every press of every button, by everybody for whom it is not. */
async function pressedByOthers(
  press: Press,
  view: boolean,
  found: (who: string, said: Answer, no: Answer) => void,
) {
  const may = await mayPress(org, press);
  for (const who of known().filter((each) => !may.includes(each)))
    found(
      who,
      await org.at(who).send(press, view),
      await act(org, who, without(press, press.record && UNKNOWN), {}, view),
    );
}

describe('a button of somebody else', () => {
  it('says that there is nothing, in the same words as if there were none, and changes nothing', async () => {
    const wrong: string[] = [];
    const buttons = shownButtons(org).filter(isOurs);
    const { n } = org.commits;
    for (const press of buttons)
      for (const view of [true, false])
        await pressedByOthers(press, view, (who, said, no) => {
          const words = wordsOf(said);
          if (view && words !== NOTHING) wrong.push(`${who} ${press.do}: ${words}`);
          if (!view && words !== NOTHING && words !== IN_CHAT)
            wrong.push(`${who} message ${press.do}: ${words}`);
          if (plainly(said) !== plainly(no)) wrong.push(`${who} can tell by ${press.do}: ${words}`);
        });
    expect(wrong).toEqual([]);
    expect(org.commits.n).toBe(n);
    expect(new Set(buttons.map((press) => press.do)).size).toBeGreaterThan(60);
  });

  it('is nobody’s with another signature, whoever presses it', async () => {
    for (const press of shownButtons(org).filter(isOurs))
      for (const who of ['p-iris', 'p-ada'])
        expect(wordsOf(await org.at(who).send({ ...press, sig: 'forged' }))).toContain('older message');
  });

  it('opens no record of another kind, and never by a fault', async () => {
    const ids = new Map<string, string>();
    for (const { record } of shownButtons(org))
      if (record !== undefined) {
        const body = (await org.store.read(record as never))?.head.body as
          | { readonly kind?: string }
          | undefined;
        ids.set(body?.kind ?? 'none', record);
      }
    expect(ids.size).toBeGreaterThan(6);
    const verbs = new Map(
      shownButtons(org)
        .filter((press) => isOurs(press) && press.record)
        .map((press) => [press.do, press]),
    );
    const wrong: string[] = [];
    for (const press of verbs.values())
      for (const [kind, record] of ids) {
        const own = (await org.store.read(press.record as never))?.head.body as
          | { readonly kind?: string }
          | undefined;
        if (own?.kind === kind) continue;
        for (const who of ['p-iris', 'p-vera', 'p-ada', 'p-ivo']) {
          const said = wordsOf(await act(org, who, without(press, record)));
          const no = wordsOf(await act(org, who, without(press, UNKNOWN)));
          // A self-check opens one's own, whatever stands on the button.
          const isNothing = said === NOTHING || press.do.startsWith('audit.');
          if (said !== no || !isNothing) wrong.push(`${who} ${press.do} ${kind}: ${said.slice(0, 60)}`);
        }
      }
    expect(wrong).toEqual([]);
    expect(org.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is somebody’s own where it is (control)', async () => {
    const silent: string[] = [];
    for (const press of shownButtons(org).filter((each) => isOurs(each) && OPENS.test(each.do)))
      for (const who of (await mayPress(org, press)).filter((each) => known().includes(each)))
        if (wordsOf(await org.at(who).send(press)) === NOTHING)
          silent.push(`${who} ${press.do} ${press.arg ?? ''}`);
    expect(silent).toEqual([]);
  });
});

/** Who works at one site only, and what people there wrote. */
const onlyAt = (site: string) =>
  org.directory.people
    .filter(({ roles }) => roles.every((each) => each.site === site))
    .map(({ id, name }) => ({ id: String(id), name }));
const { certificate, comment, said, relation, child, visitor, evidence, south, tool } = SECRETS;
const WRITTEN = {
  north: [certificate, comment, said, relation, child, visitor, evidence],
  south: [south, tool],
};

describe('what somebody may open', () => {
  it.each([
    ['north', 'south'],
    ['south', 'north'],
  ] as const)('of %s has nobody and nothing of %s in it', async (here, there) => {
    const others = [...onlyAt(there).map(({ name }) => name), ...WRITTEN[there]];
    const seen: string[] = [];
    const wrong: string[] = [];
    for (const { id: who } of onlyAt(here).filter(({ id }) => known().includes(id))) {
      const look = (what: string, answer: Answer) => {
        const text = JSON.stringify(answer);
        seen.push(text);
        wrong.push(...others.filter((each) => text.includes(each)).map((each) => `${who} ${what}: ${each}`));
      };
      look('home', await org.at(who).home());
      for (const word of [...Object.keys(WORDS), ...OWN_WORDS]) look(word, await org.at(who).say(word));
      for (const press of shownButtons(org).filter((each) => isOurs(each) && OPENS.test(each.do)))
        look(`${press.do} ${press.arg ?? ''}`, await org.at(who).send(press));
    }
    expect([...new Set(wrong)]).toEqual([]);
    // They do see their own (control): but for who is far off, and what only somebody of both sites is to check.
    const own = [...onlyAt(here).map(({ name }) => name), ...WRITTEN[here]];
    const unseen = own.filter((each) => !seen.some((text) => text.includes(each)));
    expect(unseen.filter((each) => !['Nia Soon', said, south].includes(each))).toEqual([]);
  });
});

describe('a button of one’s own', () => {
  it('names nobody where the answer is a message, or where others read', async () => {
    const wrong: string[] = [];
    for (const press of shownButtons(org).filter((each) => isOurs(each) && OPENS.test(each.do)))
      for (const who of (await mayPress(org, press)).filter((each) => known().includes(each)))
        for (const type of ['private', 'shared']) {
          const said = JSON.stringify(
            await inShared(who, { type: 'press', press, ...(type === 'private' && { place: { type } }) }),
          );
          wrong.push(...foundIn(said).map((each) => `${who} ${type} ${press.do} ${each}`));
        }
    expect([...new Set(wrong)]).toEqual([]);
  });
});

describe('what leaves', () => {
  it('has nobody’s name and nothing that anybody wrote, in any message, notification or log line', async () => {
    await org.advance({ hours: 24 * 8 });
    expect(org.post.sent.length).toBeGreaterThan(60);
    const wrong = org.post.sent.flatMap(({ message, to }) =>
      foundIn(JSON.stringify(message)).map((each) => `${to} ${org.drawn.get(message.card)} ${each}`),
    );
    expect([...new Set(wrong)]).toEqual([]);
    expect(foundIn(JSON.stringify(org.log.lines))).toEqual([]);
    expect(JSON.stringify(org.log.lines)).not.toMatch(/p-[a-z]+/);
  });

  it('would be found (control)', async () => {
    expect(foundIn(wordsOf(await act(org, 'p-iris', { do: 'glance.check' })))).toContain(SECRETS.certificate);
    expect(foundIn(wordsOf(await act(org, 'p-iris', { do: 'glance.needs' })))).toContain(SECRETS.need);
    await org.at('p-vera').say('relations');
    expect(foundIn(org.at('p-vera').texts())).toContain('Ada Bell');
  });
});
