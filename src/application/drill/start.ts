import { z } from 'zod';
import { Account, Report } from '../../domain/case/report.ts';
import { drillIdOf, RecordId, type SiteId } from '../../domain/ids.ts';
import { type Directory, holders, type Person, rolesAt, sitesOf } from '../../domain/people/directory.ts';
import { type CaseRecord, readCase, runCase } from '../case/case-store.ts';
import { line, nothingHere, type Pressed } from '../case/work-case.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../intent.ts';
import { reportSituation, routed } from '../report/routing.ts';
import type { Said } from '../say.ts';
import { resultLines } from './result.ts';

const Kind = z.enum(['child', 'night', 'adult']);
type Kind = z.infer<typeof Kind>;

/** As many as a card shows. */
const LAST = 5;

/** Where this person may start one: a lead of the site, or somebody independent who answers there. */
const sitesFor = ({ policy }: Deps, person: Person): readonly SiteId[] =>
  sitesOf(person).filter((site) =>
    rolesAt(person, site).some((role) => [...policy.leads, ...policy.independent].includes(role)),
  );

/** Where this person may read how drills went: those, and governors, who hear of answers and never of cases. */
const sitesRead = (deps: Deps, person: Person): readonly SiteId[] => {
  const sees = [...deps.policy.leads, ...deps.policy.independent, ...deps.policy.oversight];
  return sitesOf(person).filter((site) => rolesAt(person, site).some((role) => sees.includes(role)));
};

async function drillsAt(deps: Deps, sites: readonly SiteId[]): Promise<readonly CaseRecord[]> {
  const found: CaseRecord[] = [];
  for (const site of sites) {
    let cursor: string | undefined;
    do {
      const page = await deps.store.byToken(deps.keyring.token('drill', site), cursor);
      for (const { id } of page.items) {
        const record = await readCase(deps, id, true);
        if (record !== undefined) found.push(record);
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return found.toSorted((a, b) => (a.state.reportedAt < b.state.reportedAt ? 1 : -1)).slice(0, LAST);
}

/** "drill": how the last ones went, and for whoever may, the button that starts one. */
export async function drills({ deps, directory, person }: Pick<Said, 'deps' | 'directory' | 'person'>) {
  const read = sitesRead(deps, person);
  if (read.length === 0) return nothingHere(deps);
  const starts = sitesFor(deps, person);
  const past = await drillsAt(deps, read);
  const card = deps.cards.show('drills', {
    mayStart: starts.length > 0,
    several: starts.length > 1,
    sites: deps.organisation.sites
      .filter(({ id }) => starts.includes(id))
      .map(({ id, name }) => ({ title: name, value: id })),
    kinds: Kind.options.map((value) => ({ title: deps.cards.say(`drill-kind-${value}`), value })),
    first: Kind.options[0],
    site: starts[0],
    past: past.map((record) => ({
      text: resultLines(deps, record, directory).join(' '),
      case: record.id,
      running: record.state.progress.status !== 'closed' && starts.includes(record.state.site),
    })),
  });
  return { type: 'card', card } as const satisfies Answer;
}

/** Invented from first to last, and it says so itself. */
function invented({ cards }: Deps, kind: Kind): Report {
  const account = Object.fromEntries(Object.keys(Account.shape).map((key) => [key, '']));
  return Report.parse({
    danger: kind === 'night' ? 'tonight' : 'no',
    where: '',
    callback: '',
    children: [{ name: cards.say('drill-child'), knownAs: '', year: '', description: '', part: 'harmed' }],
    adult: kind === 'adult' ? 'yes' : 'no',
    adults: kind === 'adult' ? [{ name: cards.say('drill-adult') }] : [],
    harms: kind === 'adult' ? ['adult-behaviour'] : ['told'],
    account: { ...account, seen: cards.say('drill-seen'), heard: 'other', when: 'about', toldLead: 'no' },
    connected: [],
    mayInvolveLead: false,
    drill: true,
  });
}

async function start({ deps, directory, person, press }: Pressed): Promise<Answer> {
  const starts = sitesFor(deps, person);
  const site = starts.find((each) => each === (press.inputs.site ?? starts[0]));
  if (site === undefined) return nothingHere(deps);
  const report = invented(deps, Kind.catch('child').parse(press.inputs.kind));
  // Whoever presses twice starts one drill.
  const id = drillIdOf(deps.keyring.recordId(`drill|${press.actionId ?? deps.ids.random()}`));
  await runCase(
    deps,
    id,
    () => ({
      type: 'ReportConcern',
      at: deps.clock.now(),
      by: person.id,
      site,
      report,
      content: deps.keyring.sign(JSON.stringify(report)),
      ...routed(deps, directory, reportSituation(directory, site, report)),
    }),
    { isNew: true },
  );
  return line(deps, 'drill-started');
}

async function end({ deps, directory, person, press }: Pressed): Promise<Answer> {
  const id = RecordId.safeParse(press.record);
  if (!id.success) return nothingHere(deps);
  const ran = await runCase(deps, id.data, (record) =>
    record?.state.report?.drill === true && sitesFor(deps, person).includes(record.state.site)
      ? { type: 'EndDrill', at: deps.clock.now(), by: person.id }
      : undefined,
  );
  if (!ran.ok && ran.refusal.reason === 'not-allowed') return nothingHere(deps);
  return drills({ deps, directory, person });
}

export async function pressDrill(pressed: Pressed): Promise<Answer> {
  const { deps, press, view } = pressed;
  if (!view) return line(deps, 'ask-in-chat');
  if (press.do === 'drill.start') return start(pressed);
  return press.do === 'drill.end' ? end(pressed) : nothingHere(deps);
}

/** Who hears how it went: whoever started it, and those who watch over the answers. */
export const hearsResult = (record: CaseRecord, directory: Directory): readonly Person[] => {
  const { site, reporter, plan } = record.state;
  const watching = holders(directory, site, plan.oversight);
  return directory.people.filter((person) => person.id === reporter || watching.includes(person));
};
