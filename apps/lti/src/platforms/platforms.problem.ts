import { ProblemError } from '@mgv/service-kit';

/** What can be wrong with a registration. */
export const platformProblem = ProblemError.of({
  'insecure-address': {
    status: 400,
    nl: {
      title: 'De adressen van een platform moeten met https beginnen.',
      detail: 'Er is niets opgeslagen. Zet ALLOW_PRIVATE_NETWORKS=1 voor een platform op deze computer.',
    },
    en: {
      title: "A platform's addresses have to begin with https.",
      detail: 'Nothing was saved. Set ALLOW_PRIVATE_NETWORKS=1 for a platform on this computer.',
    },
  },
  'unknown-platform': {
    status: 404,
    nl: { title: 'Dit platform is niet aangemeld.', detail: 'Kijk met platform list welke er zijn.' },
    en: { title: 'This platform is not registered.', detail: 'See with platform list which there are.' },
  },
  'unknown-deployment': {
    status: 404,
    nl: { title: 'Deze deployment is niet bekend.', detail: 'Kijk met deployment list welke er zijn.' },
    en: { title: 'This deployment is not known.', detail: 'See with deployment list which there are.' },
  },
});
