import type { Instant } from '../../domain/ids.ts';
import { settleDay } from '../../domain/people/answer-ask.ts';
import type { Directory } from '../../domain/people/directory.ts';
import { nextTurn } from '../../domain/people/here.ts';
import { tidy } from '../../domain/people/plan-import.ts';
import { instantOf } from '../../domain/time/working-time.ts';
import { lookAgain } from '../cover/open-cases.ts';
import type { Deps } from '../deps.ts';
import { changeDirectory, storedDirectory, todayOf } from '../directory.ts';
import { keepAnswer, keepAsk, keepNews } from './keep.ts';

/** Somebody's first or last day has come: open work moves, and whoever left is only a name. */
async function turnDay(deps: Deps, directory: Directory): Promise<boolean> {
  const today = todayOf(deps);
  const settled = (stored: Directory) => settleDay(deps.policy, stored, deps.clock.now(), today);
  if (settled(directory) === undefined) return false;
  // First, so that a breakdown in between does it again: access itself goes by the day and has changed already.
  await lookAgain(deps, () => true);
  await changeDirectory(deps, settled);
  return true;
}

const not = <Item>(done: readonly Item[]) => {
  const texts = new Set(done.map((each) => JSON.stringify(each)));
  return (item: Item): boolean => !texts.has(JSON.stringify(item));
};

/** What changed gets a record of its own, from which it is told; then it need not stand in the directory any more. */
async function keepAll(deps: Deps, { waiting = [], answered = [], news = [] }: Directory): Promise<void> {
  for (const ask of waiting) await keepAsk(deps, ask);
  for (const each of answered) await keepAnswer(deps, each);
  for (const each of news) await keepNews(deps, each);
  if (answered.length + news.length === 0) return;
  await changeDirectory(deps, (stored) =>
    tidy({
      ...stored,
      answered: (stored.answered ?? []).filter(not(answered)),
      news: (stored.news ?? []).filter(not(news)),
    }),
  );
}

/** One wake-up for the next day on which somebody comes or goes, however often the directory changes before it. */
async function planTurn(deps: Deps, directory: Directory): Promise<void> {
  const next = nextTurn(directory, todayOf(deps));
  if (next === undefined || next === directory.turns) return;
  const { timezone } = deps.organisation;
  const morning = instantOf(Temporal.PlainDate.from(next).toZonedDateTime(timezone).toInstant());
  await changeDirectory(
    deps,
    (stored) => (nextTurn(stored, todayOf(deps)) === next ? { ...stored, turns: next } : undefined),
    [morning],
  );
}

/** After each change of the directory, and on each day on which somebody comes or goes. */
export async function wakePeople(deps: Deps): Promise<{ readonly again?: Instant }> {
  const { directory } = await storedDirectory(deps);
  if (await turnDay(deps, directory)) return {};
  await keepAll(deps, directory);
  await planTurn(deps, (await storedDirectory(deps)).directory);
  return {};
}
