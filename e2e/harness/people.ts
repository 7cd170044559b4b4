/** Who the demo lets in, by what they do; everybody is invented (`seeds/demo.ts`). */
export const PEOPLE = {
  careManager: 'ruth.osei@fact.example',
  otherCareManager: 'theo.lindgren@fact.example',
  newCareManager: 'jerome.baptiste@fact.example',
  thirdCareManager: 'kavita.menon@fact.example',
  supervisor: 'dana.whitfield@fact.example',
  csaCoordinator: 'noor.haddad@performcare.example',
  administrator: 'winston.clarke@fact.example',
  privacyOfficer: 'helen.marchetti@fact.example',
  agencyLead: 'patricia.nwosu@fact.example',
  familySupportPartner: 'gloria.mendez@fsounion.example',
  onCallWorker: 'ulises.novak@fact.example',
  careManagerElsewhere: 'carlos.jankowski@bergenspromise.example',
  administratorElsewhere: 'leo.brankovic@bergenspromise.example',
} as const;

export type Person = keyof typeof PEOPLE;

/** Opens every account of the demo, and nothing else. */
export const PASSWORD = 'lantern-orchard-quilt';
