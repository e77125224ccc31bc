import { z } from 'zod';

/** The roles a person can hold at a site. Packs bind and label them; the set itself is closed. */
export const Role = z.enum([
  'dsl',
  'deputy',
  'headteacher',
  'senior-leader',
  'chair-of-governors',
  'safeguarding-governor',
  'governor',
  'director',
  'trustee',
  'proprietor',
  'it-lead',
  'office',
  'coordinator',
  'authorised-searcher',
  'complaints-lead',
  'exams-officer',
  'staff',
  'volunteer',
  'contractor',
]);
export type Role = z.infer<typeof Role>;

const TRI = ['yes', 'no', 'unsure'] as const;

/**
 * The closed set of answers that rules may ask about, each with every value it can have.
 * A fact may hold several values at once (a report can tick several harms).
 */
export const FACTS = {
  /** "Is a child in danger?" */
  danger: ['now', 'tonight', 'no', 'unsure'],
  /** What the reporter ticked; a lead names the category later. */
  harm: [
    'told',
    'mark',
    'images',
    'online',
    'self-harm',
    'adult-behaviour',
    'home',
    'between-children',
    'hate',
    'missing',
    'filter',
    'message',
    'rules',
    'feeling',
  ],
  /** "Does any adult who works or volunteers here come into this?" */
  adult: TRI,
  /** Every role held by an adult who was picked; `not-listed` for a typed name. */
  'adult-role': [...Role.options, 'not-listed'],
  /** The reporter chose "it may involve one of the leads". */
  'may-involve-lead': ['yes', 'no'],
  /** Parts that the children have in it. */
  part: ['harmed', 'caused', 'saw', 'sibling'],
  /** How the reporter knows: there, told by the child, by a parent, by somebody else, or by an alert of a system. */
  heard: ['saw', 'child', 'parent', 'other', 'alert', 'both'],
  /** A phone, tablet or computer is part of it. */
  device: TRI,
  /** An image of a child that nobody should look at. */
  image: TRI,
  /** Answered by the lead: it may be a crime. */
  offence: TRI,
  /** A procedure that the lead chose at triage. */
  category: [] as readonly string[],
} as const satisfies Record<string, readonly string[]>;

export const FactName = z.enum([
  'danger',
  'harm',
  'adult',
  'adult-role',
  'may-involve-lead',
  'part',
  'heard',
  'device',
  'image',
  'offence',
  'category',
]);
export type FactName = z.infer<typeof FactName>;

/** What is known. A fact that nobody has answered is absent. */
export const Facts = z.partialRecord(FactName, z.array(z.string()));
export type Facts = z.infer<typeof Facts>;

export const Urgency = z.enum(['now', 'today', 'ordinary']);
export type Urgency = z.infer<typeof Urgency>;

/** The more urgent of two. */
export const sooner = (a: Urgency, b: Urgency): Urgency =>
  Urgency.options.indexOf(a) <= Urgency.options.indexOf(b) ? a : b;

/** An adult nobody can name may be a lead: then leads are left out until somebody independent has looked. */
export const mayInvolveLead = (facts: Facts): boolean =>
  facts['may-involve-lead']?.includes('yes') === true || facts.adult?.includes('unsure') === true;
