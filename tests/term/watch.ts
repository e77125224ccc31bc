import type { Answer } from '../../src/application/intent.ts';
import type { Organisation } from '../support/organisation.ts';
import { answerLine } from '../support/transcript.ts';
import { CHILD_WORDS, siteOfChild, wordsOfStaff } from './school.ts';
import type { TrueCase, Truth } from './truth.ts';

const REFERENCE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g;
const RECORD = /\b[0-9a-hjkmnp-tv-z]{26}\b/g;
const CANARY = /Kestrel(\d{4})/g;

/** One of the things that must never be: what, to whom, and of which case. */
export interface Fault {
  readonly rule: string;
  readonly what: string;
}

/** Messages in which somebody who does not work the case is told something as the holder of a role. */
const TOLD_BY_ROLE = new Set(['told-message', 'approval-message', 'told', 'approval']);
const OVERSIGHT = ['safeguarding-governor', 'chair-of-governors'] as const;

/** Looks at everything that leaves and at everything that anybody is shown, by what the test itself knows. */
export function watcher(truth: Truth, followed: readonly string[]) {
  const faults: Fault[] = [];
  const seen = { messages: 0, views: 0 };
  const transcripts = new Map<string, string[]>(followed.map((person) => [person, []]));
  let looked = 0;
  const blame = (rule: string, what: string): void => {
    faults.push({ rule, what });
  };

  const casesIn = (text: string): ReadonlySet<TrueCase> =>
    new Set([
      ...[...text.matchAll(REFERENCE)].flatMap(([ref]) => truth.byRef.get(ref) ?? []),
      ...[...text.matchAll(RECORD)].flatMap(
        ([id]) => [...truth.cases.values()].find((each) => each.id === id) ?? [],
      ),
    ]);

  /** Told something as the holder of a role of that school. */
  function isToldByRole(person: string, { site }: TrueCase, document: string): boolean {
    if (document === 'oversight-message') return OVERSIGHT.some((role) => truth.holds(person, role, site));
    return TOLD_BY_ROLE.has(document) && truth.worksAt(person, site);
  }
  /** Whether this person may be shown that there is this case. */
  function mayKnow(person: string, found: TrueCase, document: string): boolean {
    if (found.reporter === person && !found.involved.has(person)) return true;
    if (truth.isKeptOut(person, found)) return false;
    if (truth.mayWork(person, found) || found.asked.has(person)) return true;
    if (found.beside !== undefined && truth.mayWork(person, found.beside)) return true;
    if (found.knew.has(person) && document === 'line') return true;
    return isToldByRole(person, found, document);
  }
  function look(person: string, text: string, document: string, where: string): void {
    for (const found of casesIn(text)) {
      if (mayKnow(person, found, document)) continue;
      const rule = truth.isKeptOut(person, found) ? 'kept-out' : 'not-theirs';
      blame(rule, `${person} sees concern ${found.planned.index} (${found.about}) in ${document}, ${where}`);
    }
  }

  /** What people wrote of a case, and whose names it has: only for whoever works it, reported it, or was given it to read. */
  function lookAtWords(person: string, text: string, where: string): void {
    for (const n of new Set([...text.matchAll(CANARY)].map(([, digits]) => Number(digits)))) {
      const about = [...truth.cases.values()].filter(({ planned }) => planned.index === n);
      // The child's own record beside one about an adult has none of the story.
      const main = about.filter(({ beside }) => beside === undefined);
      const isTheirs = main.some(
        (each) => truth.mayWork(person, each) || (each.reporter === person && !each.involved.has(person)),
      );
      if (main.length > 0 && !isTheirs) blame('content', `${person} reads of concern ${n} in ${where}`);
    }
    const children = [...text.matchAll(/\p{L}+/gu)].flatMap(([word]) => CHILD_WORDS.get(word) ?? []);
    for (const child of new Set(children))
      if (!truth.mayKnowChild(person, child, siteOfChild(child)))
        blame('content', `${person} reads the name of child ${child} in ${where}`);
  }

  /** The words of a message that stand for somebody, or tell what was ticked or written. */
  function lookForWords(text: string, ticks: readonly string[], to: string): void {
    for (const [canary] of text.matchAll(CANARY)) blame('words', `${canary} leaves in a message to ${to}`);
    for (const [word] of text.matchAll(/\p{L}+/gu))
      if (CHILD_WORDS.has(word)) blame('words', `a child's name leaves in a message to ${to}`);
    for (const found of casesIn(text))
      for (const id of [...found.involved, found.planned.reporter])
        if (wordsOfStaff(id).some((word) => text.includes(word)))
          blame('words', `a name of staff leaves in a message of concern ${found.planned.index} to ${to}`);
    for (const tick of ticks)
      if (text.includes(tick)) blame('words', `"${tick}" leaves in a message to ${to}`);
  }

  return {
    faults,
    seen,
    transcripts,
    blame,
    casesIn,
    answered(org: Organisation | undefined, person: string, answer: Answer): void {
      seen.views += 1;
      const card = answer.type === 'nothing' ? undefined : answer.card;
      const document = (card && org?.drawn.get(card)) ?? '';
      const text = JSON.stringify(answer);
      look(person, text, document, 'a view');
      lookAtWords(person, text, document);
      transcripts.get(person)?.push(`${org?.clock.now() ?? ''} ${answerLine('view', answer)}`);
    },
    /** A file that somebody fetched. */
    fetched(person: string, text: string): void {
      seen.views += 1;
      look(person, text, 'file', 'a file');
      lookAtWords(person, text, 'a file');
    },
    /** All that left since it was last asked. */
    post(
      org: Organisation,
      ticks: readonly string[],
      channels: ReadonlyMap<string, readonly string[]>,
    ): void {
      for (const { to, message } of org.post.sent.slice(looked)) {
        seen.messages += 1;
        const text = JSON.stringify(message);
        lookForWords(text, ticks, to);
        const people = channels.get(to) ?? truth.people().filter((id) => org.boxesOf(id).includes(to));
        for (const person of people) look(person, text, org.drawn.get(message.card) ?? '', 'a message');
      }
      looked = org.post.sent.length;
    },
  };
}
export type Watcher = ReturnType<typeof watcher>;
