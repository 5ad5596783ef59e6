const AGS = 'https://purl.imsglobal.org/spec/lti-ags/scope';

/** Rights we ask a platform for, where it knows them. */
export const WANTED_SCOPES = [
  `${AGS}/lineitem`,
  `${AGS}/lineitem.readonly`,
  `${AGS}/result.readonly`,
  `${AGS}/score`,
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
  'https://purl.imsglobal.org/spec/lti/scope/noticehandlers',
] as const;

/** What the tool needs each right for, as an admin reads it. */
export const SCOPE_USES: Record<(typeof WANTED_SCOPES)[number], { nl: string; en: string }> = {
  [`${AGS}/lineitem`]: { nl: 'kolommen in de cijferlijst maken', en: 'make columns in the gradebook' },
  [`${AGS}/lineitem.readonly`]: { nl: 'kolommen in de cijferlijst opzoeken', en: 'look up columns in the gradebook' },
  [`${AGS}/result.readonly`]: {
    nl: 'controleren of een cijfer is aangekomen',
    en: 'check that a mark has arrived',
  },
  [`${AGS}/score`]: { nl: 'cijfers sturen', en: 'send marks' },
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly': {
    nl: 'laten zien wie nog niet begonnen is',
    en: 'show who has not started yet',
  },
  'https://purl.imsglobal.org/spec/lti/scope/noticehandlers': {
    nl: 'meteen merken dat een cursus is gekopieerd',
    en: 'notice at once that a course was copied',
  },
};

/** Values that come back at each launch, so that a copied course finds its settings again. */
export const CUSTOM_PARAMETERS = {
  mgv_context_history: '$Context.id.history',
  mgv_link_history: '$ResourceLink.id.history',
} as const;

/** Claims that every platform may send: no name, no e-mail address. */
export const PLAIN_CLAIMS = ['iss', 'sub', 'locale'] as const;
/** Claims asked for when the school wants names on the pages. */
export const PERSON_CLAIMS = ['name', 'given_name', 'family_name', 'email'] as const;

/** Texts that a platform shows in its own menus, so in the school's language. */
export const TOOL_TEXT = {
  title: 'Motiverende gespreksvoering',
  description: 'Oefenen met motiverende gespreksvoering en omgaan met weerstand.',
  choose: 'Opdracht motiverende gespreksvoering kiezen',
  review: 'Poging bekijken',
  navigation: 'Motiverende gespreksvoering',
} as const;

/** Canvas: places where the picker opens. */
export const PICKER_PLACEMENTS = [
  'assignment_selection',
  'course_assignments_menu',
  'module_index_menu_modal',
] as const;
/** Canvas: the place in the course menu, for teachers. */
export const NAVIGATION_PLACEMENT = 'course_navigation';
/** Canvas: names this tool among those of one domain. */
export const CANVAS_TOOL_ID = 'mgv';
