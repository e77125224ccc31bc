import { type SlotData, words } from '../../cards/fill.ts';
import { mayDo } from '../../domain/access.ts';
import { RecordId, refOf } from '../../domain/ids.ts';
import { noteAttempt } from '../attempts.ts';
import { eventsOf, runCase } from '../case/case-store.ts';
import { copyOf } from '../case/copy-card.ts';
import { line, nothingHere, opened, type Pressed, showRecord } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import { linkTo } from '../files.ts';
import type { Answer } from '../intent.ts';
import type { Material } from './build.ts';
import { materialFor } from './material.ts';
import { Leave, type Options, Reader, usuallyLeft } from './options.ts';

const LONGEST = { who: 300, names: 600 } as const;

/** "chronology|school": what was chosen on the first card, for the second. */
function chosen(arg: string | undefined): Pick<Options, 'what' | 'reader'> {
  const [what, reader] = (arg ?? '').split('|');
  return {
    what: what === 'case-file' ? 'case-file' : 'chronology',
    reader: Reader.catch('other').parse(reader),
  };
}

const place = (text: string | undefined): number | undefined => {
  const n = Number(text ?? '');
  return text !== undefined && text !== '' && Number.isInteger(n) && n >= 0 ? n : undefined;
};

export function optionsFrom({ press }: Pick<Pressed, 'press'>): Options {
  const { inputs } = press;
  const about = place(inputs.about);
  return {
    ...chosen(press.arg),
    who: (inputs.who ?? '').slice(0, LONGEST.who).trim(),
    leave: Leave.options.filter((each) => (inputs.leave ?? '').split(',').includes(each)),
    names: (inputs.names ?? '')
      .slice(0, LONGEST.names)
      .split(/[,\n]/u)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    ...(about !== undefined && { about }),
  };
}

const back = (deps: Deps, id: RecordId, { child }: Material): SlotData => ({
  ref: refOf(id),
  record: id,
  case: child === undefined ? id : undefined,
  child: child === undefined ? undefined : id,
  readers: Reader.options.map((value) => ({ value, title: deps.cards.say(`hand-reader-${value}`) })),
});

/** Which of its children a file of a case is about, by number; a child's own file needs no such question. */
const children = (deps: Deps, { cases, child }: Material): readonly SlotData[] =>
  child !== undefined || (cases[0]?.state.children.length ?? 0) < 2
    ? []
    : (cases[0]?.state.children ?? []).map(({ name, description }, n) => ({
        value: `${n}`,
        title: deps.cards.say('hand-which', { n: n + 1 }),
        name: words(name || description),
      }));

function second({ deps, press }: Pressed, id: RecordId, material: Material, notice?: string): Answer {
  const { inputs } = press;
  const pick =
    press.do === 'hand.next' ? chosen(`${inputs.what ?? ''}|${inputs.reader ?? ''}`) : chosen(press.arg);
  const usual = press.do === 'hand.next' ? usuallyLeft(pick.reader).join(',') : (inputs.leave ?? '');
  const card = deps.cards.show('form-hand-check', {
    ...back(deps, id, material),
    notice,
    arg: `${pick.what}|${pick.reader}`,
    reader: deps.cards.say(`hand-reader-${pick.reader}`),
    leave: usual,
    children: children(deps, material),
    'typed-who': words(inputs.who ?? ''),
    'typed-names': words(inputs.names ?? ''),
    'typed-about': inputs.about ?? '0',
  });
  return notice === undefined ? { type: 'card', card } : { type: 'keep-form', card };
}

/** Nothing of it is shown yet: that it was fetched is written down when it is. */
async function link(pressed: Pressed, id: RecordId, material: Material): Promise<Answer> {
  const { deps, person } = pressed;
  const options = optionsFrom(pressed);
  if (options.who === '') return second(pressed, id, material, deps.cards.say('hand-needs-who'));
  const url = await linkTo(deps, person.id, { kind: 'hand-out', record: id, options });
  if (url === undefined) return line(deps, 'no-address');
  return {
    type: 'card',
    card: deps.cards.show('hand-link', { ...back(deps, id, material), url, count: material.cases.length }),
  };
}

/** The second question may name children: whoever has not opened the case opens it now. */
async function opening({ deps, person }: Pressed, { cases, child }: Material): Promise<void> {
  const [record] = cases;
  if (child !== undefined || record === undefined) return;
  if (record.state.openedBy.some(({ by }) => by === person.id)) return;
  await runCase(deps, record.id, () => ({ type: 'OpenRecord', at: deps.clock.now(), by: person.id }));
}

/** "I have copied it": which text it was, its hash says. */
async function copied(pressed: Pressed, id: RecordId): Promise<Answer> {
  const { deps, directory, person, press } = pressed;
  const record = await opened(pressed, id, true);
  if (record === undefined) return nothingHere(deps);
  const { hash } = copyOf(deps, record, eventsOf(record), directory);
  await runCase(deps, id, (now) =>
    now !== undefined && mayDo(person, { type: 'work' }, now.state, directory)
      ? {
          type: 'HandOut',
          at: deps.clock.now(),
          by: person.id,
          ...(press.actionId !== undefined && { action: press.actionId }),
          what: 'copy',
          reader: deps.organisation.system ?? deps.cards.say('copy-reader'),
          left: [],
          hash,
        }
      : undefined,
  );
  return showRecord(pressed, id, { saved: deps.cards.say('saved') });
}

/** "Make a file to hand out": of a case or of a child, by whoever may see it; two questions and a link. */
export async function pressHandOut(pressed: Pressed): Promise<Answer> {
  const { deps, directory, person, press, view } = pressed;
  const id = RecordId.safeParse(press.record);
  if (!id.success) return nothingHere(deps);
  if (!view) return line(deps, 'ask-in-chat');
  const material = await materialFor(deps, directory, person, id.data);
  if (material === undefined) {
    await noteAttempt(deps, id.data, person);
    return nothingHere(deps);
  }
  switch (press.do) {
    case 'hand.form':
      return {
        type: 'card',
        card: deps.cards.show('form-hand-out', back(deps, id.data, material)),
      };
    case 'hand.next':
      await opening(pressed, material);
      return second(pressed, id.data, material);
    case 'hand.make':
      return link(pressed, id.data, material);
    case 'hand.copied':
      return copied(pressed, id.data);
    default:
      return nothingHere(deps);
  }
}
