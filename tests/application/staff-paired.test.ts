import { lowLevelId } from '../../src/application/staff-concerns/low-level-store.ts';
import { PersonId, type RecordId } from '../../src/domain/ids.ts';
import { openRecord, report } from '../support/concern.ts';
import type { Organisation } from '../support/organisation.ts';
import { answerLine, normal, signed } from '../support/transcript.ts';
import { obtain, school } from '../support/world-about.ts';

const STORY = { seen: 'Something was seen.', heard: 'saw', when: 'about' };
const LOW = { outcome: 'not-met', reason: 'A lift home.', done: 'It was talked through.' };

/** A worry about Ben that his head has opened. */
async function begun(): Promise<{
  readonly org: Organisation;
  readonly id: RecordId;
  readonly from: number;
}> {
  const org = await school('two-schools');
  const id = await report(org, 'p-ada', { adult: 'yes', adults: 'p-ben', story: STORY });
  const vera = org.at('p-vera');
  await openRecord(vera);
  await vera.press('I have this');
  await org.settle();
  return { org, id, from: org.post.sent.length };
}

const MET = { ...LOW, outcome: 'met', limbs: 'risk' };

async function judged({ org }: { readonly org: Organisation }, judgement = LOW): Promise<void> {
  const vera = org.at('p-vera');
  await openRecord(vera);
  await vera.press('Judge by the threshold');
  await vera.press('Save the judgement', judgement);
  await vera.say('low-level');
  await org.settle();
}

/** All that this person finds out, by every button and word of a low-level concern too. */
async function finds({ org, id, from }: Awaited<ReturnType<typeof begun>>, person: string) {
  const record = lowLevelId(org.deps(), id, PersonId.parse('p-ben'));
  const presses = [
    signed({ do: 'threshold.open', record: id }, {}, 'a'),
    signed({ do: 'threshold.save', record: id }, LOW, 'b'),
    signed({ do: 'low-level.open', record }, {}, 'c'),
    signed({ do: 'low-level.raise', record }, { reason: 'x' }, 'd'),
    signed({ do: 'low-level.list', record: '', arg: '0' }, {}, 'e'),
    signed({ do: 'case.open', record }, {}, 'f'),
    signed({ do: 'child.entry', record: '', arg: record }, {}, 'g'),
  ];
  const lines = await obtain(org, person, presses, from);
  const said = await Promise.all(
    ['low-level', 'low level concerns', 'cases', 'today', 'log'].map(async (text) =>
      answerLine(text, await org.at(person).say(text)),
    ),
  );
  return [...lines, ...said].map(normal);
}

describe('a low-level concern that is kept, and none', () => {
  it.each(['p-ben', 'p-iris', 'p-nadia', 'p-tom', 'p-greta', 'p-ivo', 'p-hugh', 'p-ada'])(
    'are the same to %s',
    async (person) => {
      const [first, second] = [await begun(), await begun()];
      await judged(first);
      // Decided too, so that nobody else is called for want of a decision.
      await judged(second, MET);
      const [kept, none] = [await finds(first, person), await finds(second, person)];
      expect(kept.filter((text, n) => text !== none[n]).map((text) => text.slice(0, 80))).toEqual([]);
      expect(kept).toHaveLength(none.length);
      expect(kept.length).toBeGreaterThan(20);
    },
  );

  it('are not the same to the case manager (control)', async () => {
    const [first, second] = [await begun(), await begun()];
    await judged(first);
    await judged(second, MET);
    const [kept, none] = [await finds(first, 'p-vera'), await finds(second, 'p-vera')];
    expect(kept.some((text, n) => text !== none[n])).toBe(true);
  });
});
