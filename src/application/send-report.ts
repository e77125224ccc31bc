import type { Report } from '../domain/case/report.ts';
import type { CaseState } from '../domain/case/state.ts';
import { readCase, runCase } from './case-store.ts';
import { sentCard } from './deliver.ts';
import type { Deps } from './deps.ts';
import { caseIdOf, eraseDraft, type HeldDraft } from './draft-store.ts';
import { codeOf } from './fault-code.ts';
import type { Form } from './form-cards.ts';
import { reportSituation, routed } from './routing.ts';

/** The message that carries the form, where there is one. */
export const formMessage = (askedAt: string): string => `form|${askedAt}`;

/** The draft has served: what is left of it is not worth a word to somebody whose report is saved. */
async function erase(deps: Deps, held: HeldDraft): Promise<void> {
  try {
    await eraseDraft(deps, held);
  } catch (fault) {
    deps.log.warn({
      event: 'draft-not-erased',
      record: held.id,
      code: codeOf(fault),
    });
  }
}

/**
 * One durable commit, and then the draft goes. The same report sent twice is one report; a changed one is added to it.
 * Undefined when the case that belongs to this form is somebody else's.
 */
export async function sendReport(
  { deps, directory, person }: Form,
  held: HeldDraft,
  report: Report,
  actionId: string,
): Promise<CaseState | undefined> {
  const { submission, site, alertedAt, askedAt } = held.draft;
  const id = caseIdOf(deps, submission);
  const content = deps.keyring.sign(JSON.stringify(report));
  const receipt =
    askedAt === undefined ? undefined : sentCard(deps, held.id, held.deliveries, formMessage(askedAt));
  const ran = await runCase(
    deps,
    id,
    (record) =>
      record !== undefined && record.state.reporter !== person.id
        ? undefined
        : {
            type: 'ReportConcern',
            at: deps.clock.now(),
            by: person.id,
            // The same button with another answer is another report.
            action: `${actionId}.${content}`,
            site,
            report,
            content,
            ...routed(deps, directory, {
              ...reportSituation(directory, record?.state.site ?? site, report),
              conflicted: record?.state.conflicted,
              atLeast: record?.state.plan.urgency,
            }),
          },
    { isNew: alertedAt === undefined, ...(receipt && { receipt }) },
  );
  if (!ran.ok && ran.refusal.reason !== 'same-again') return undefined;
  const state = ran.ok ? ran.value : (await readCase(deps, id))?.state;
  await erase(deps, held);
  return state;
}
