import { words } from '../../cards/fill.ts';
import { leadsOneOf } from '../../domain/access.ts';
import type { ChildCommand } from '../../domain/child/decide.ts';
import { ShareScope } from '../../domain/child/events.ts';
import { type Person, personById } from '../../domain/people/directory.ts';
import { nameOf } from '../case/people-words.ts';
import { nothingHere, type Pressed } from '../case/work-case.ts';
import type { Answer } from '../intent.ts';
import { type ChildRecord, runChild } from './child-store.ts';
import { storyCard } from './story-card.ts';
import { mayBeShared } from './story-material.ts';

const LONGEST = 1000;

const act = ({ deps, person, press }: Pressed) => ({
  at: deps.clock.now(),
  by: person.id,
  ...(press.actionId !== undefined && { action: press.actionId }),
});

const reasonIn = ({ press }: Pressed): string => (press.inputs.reason ?? '').slice(0, LONGEST).trim();

function shareForm(pressed: Pressed, child: ChildRecord, notice?: string): Answer {
  const { deps, press } = pressed;
  const { inputs } = press;
  const sites = (person: Person) =>
    deps.organisation.sites
      .filter(({ id }) => leadsOneOf(person, [id], deps.policy.leads))
      .map(({ name }) => name)
      .join(', ');
  const card = deps.cards.show('story-share', {
    notice,
    child: child.id,
    name: words(child.state.entry.name),
    people: mayBeShared(pressed, child.state).map((person) => ({
      value: person.id,
      title: `${person.name}, ${sites(person)}`,
    })),
    'typed-with': inputs.with,
    'typed-scope': inputs.scope ?? 'summary',
    'typed-reason': words(inputs.reason ?? ''),
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

function endForm({ deps, directory, press }: Pressed, child: ChildRecord, notice?: string): Answer {
  const share = child.state.shares.find((each) => each.with === press.arg);
  if (share === undefined) return nothingHere(deps);
  const card = deps.cards.show('story-share-end', {
    notice,
    child: child.id,
    name: words(child.state.entry.name),
    with: share.with,
    who: words(nameOf(deps, directory, share.with)),
    'typed-reason': words(press.inputs.reason ?? ''),
  });
  return { type: notice === undefined ? 'card' : 'keep-form', card };
}

/** One command of a lead of the child's site, on the child as they are now; then the story with what came of it. */
async function changed(
  pressed: Pressed,
  child: ChildRecord,
  command: ChildCommand,
  saved: string,
): Promise<Answer> {
  const { deps, person } = pressed;
  const ran = await runChild(deps, child.id, (now) =>
    now !== undefined && leadsOneOf(person, now.sites, deps.policy.leads) ? command : undefined,
  );
  const isDone = ran.ok || ran.refusal.reason === 'same-again';
  if (!isDone && ran.refusal.reason === 'not-allowed') return nothingHere(deps);
  const state = ran.ok ? ran.value : child.state;
  const shown = isDone
    ? { saved: deps.cards.say(saved) }
    : { notice: deps.cards.say('refused-already-done') };
  const page = Number.MAX_SAFE_INTEGER;
  return { type: 'card', card: await storyCard(pressed, { ...child, state }, { page, ...shown }) };
}

/** Sharing one child's story with a lead of another site, and ending it. The caller has asked `access`. */
export async function pressShare(pressed: Pressed, child: ChildRecord): Promise<Answer> {
  const { deps, directory, press } = pressed;
  const reason = reasonIn(pressed);
  const needsWords = deps.cards.say('refused-needs-words');
  switch (press.do) {
    case 'share.form':
      return shareForm(pressed, child);
    case 'share.save': {
      const scope = ShareScope.safeParse(press.inputs.scope);
      const person = mayBeShared(pressed, child.state).find(({ id }) => id === press.inputs.with);
      if (person === undefined || !scope.success)
        return shareForm(pressed, child, deps.cards.say('share-needs-who'));
      if (reason === '') return shareForm(pressed, child, needsWords);
      const command = {
        type: 'ShareStory',
        ...act(pressed),
        with: person.id,
        scope: scope.data,
        reason,
      } as const;
      return changed(pressed, child, command, 'share-saved');
    }
    case 'share.end':
      return endForm(pressed, child);
    case 'share.stop': {
      const share = child.state.shares.find((each) => each.with === press.arg);
      if (share === undefined)
        return {
          type: 'card',
          card: await storyCard(pressed, child, { page: 0, notice: deps.cards.say('refused-already-done') }),
        };
      if (reason === '') return endForm(pressed, child, needsWords);
      const known = personById(directory, share.with)?.id ?? share.with;
      return changed(
        pressed,
        child,
        { type: 'EndSharing', ...act(pressed), with: known, reason },
        'share-ended',
      );
    }
    default:
      return nothingHere(deps);
  }
}
