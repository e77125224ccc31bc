import type { Report } from '../../domain/case/report.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { readCase, runCase } from '../case/case-store.ts';
import { sentCard } from '../deliver.ts';
import { caseIdOf, type HeldDraft } from './draft-store.ts';
import type { Form } from './form-cards.ts';
import { reportSituation, routed } from './routing.ts';

/** The message that carries the form, where there is one. */
export const formMessage = (askedAt: string): string => `form|${askedAt}`;

/**
 * One durable commit; the draft goes when the case first wakes. The same report sent twice is one report; a changed one is added to it.
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
  return ran.ok ? ran.value : (await readCase(deps, id))?.state;
}
