import { checkAgreements } from './check-agreements.ts';
import { checkConditions } from './check-conditions.ts';
import { checkDuties } from './check-duties.ts';
import { checkFloor } from './check-floor.ts';
import { checkForms } from './check-forms.ts';
import { checkNames } from './check-names.ts';
import { checkOnce } from './check-once.ts';
import { checkOrder } from './check-order.ts';
import { checkProcedures } from './check-procedures.ts';
import { checkReferrals } from './check-referrals.ts';
import { checkRegisters } from './check-registers.ts';
import { checkRoutes } from './check-routes.ts';
import { checkSources } from './check-sources.ts';
import type { Remark } from './finding.ts';
import type { Library } from './library.ts';
import type { PolicyFile } from './pack.ts';

/** Everything that stops a pack from being run: it would do less, or something else, than it says. */
export const checkPack = (pack: PolicyFile, library: Library): readonly Remark[] => [
  ...checkConditions(pack, library),
  ...checkProcedures(pack, library),
  ...checkOrder(pack, library),
  ...checkOnce(pack, library),
  ...checkNames(pack, library),
  ...checkSources(pack, library),
  ...checkRoutes(pack),
  ...checkForms(pack),
  ...checkAgreements(pack),
  ...checkDuties(pack),
  ...checkRegisters(pack, library),
  ...checkReferrals(pack),
  ...checkFloor(pack, library),
];
