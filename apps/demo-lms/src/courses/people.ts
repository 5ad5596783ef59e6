/** What somebody does here: in the course, or (`admin`) in the LMS as a whole, without a place in the course. */
export type CourseRole = 'teacher' | 'assistant' | 'student' | 'observer' | 'admin';

/** Somebody of the school. Made up, like everything here. */
export interface Person {
  /** Opaque outside this LMS; unique in it alone, as in real ones. */
  id: string;
  givenName: string;
  familyName: string;
  name: string;
  email: string;
  role: CourseRole;
  /** Ids of the students that an observer follows. */
  mentees: readonly string[];
}

const person = (id: string, [givenName, familyName]: readonly [string, string], role: CourseRole): Person => ({
  id,
  givenName,
  familyName,
  name: `${givenName} ${familyName}`,
  email: `${givenName.toLowerCase()}@lms.example`,
  role,
  mentees: role === 'observer' ? ['4'] : [],
});

/** Everybody on the sign-in page. */
export const PEOPLE: readonly Person[] = [
  person('2', ['Tineke', 'Bakker'], 'teacher'),
  person('3', ['Amir', 'Haddad'], 'assistant'),
  person('4', ['Sam', 'de Vries'], 'student'),
  person('5', ['Noor', 'Jansen'], 'student'),
  person('6', ['Yusuf', 'Demir'], 'student'),
  person('7', ['Wil', 'Peters'], 'observer'),
  person('8', ['Bea', 'Visser'], 'admin'),
];

const GIVEN = ['Lotte', 'Daan', 'Fatima', 'Bram', 'Aylin', 'Joris', 'Mila', 'Kofi', 'Roos', 'Thijs'] as const;
const FAMILY = ['Smit', 'Mulder', 'Yilmaz', 'Bos', 'Dekker', 'Vos', 'Kaya', 'Prins', 'van Dijk', 'Kok'] as const;

/** Ids of made-up students begin behind this. */
const FIRST_EXTRA = 1000;

/** Made-up student `index`, from 1 on: the same one each time. */
export function extraStudent(index: number): Person {
  const id = String(FIRST_EXTRA + index);
  const given = GIVEN[index % GIVEN.length] ?? GIVEN[0];
  const family = FAMILY[Math.floor(index / GIVEN.length) % FAMILY.length] ?? FAMILY[0];
  return { ...person(id, [given, `${family} ${id}`], 'student'), email: `student${id}@lms.example` };
}

/** Somebody by id, made-up students included, or `null`. */
export function selectOptionalPerson(id: string): Person | null {
  const known = PEOPLE.find((one) => one.id === id);
  if (known) return known;
  const index = /^\d{4,5}$/.test(id) ? Number(id) - FIRST_EXTRA : 0;
  return index > 0 && index < 10_000 ? extraStudent(index) : null;
}

/** Whether somebody sees the work of all students: who teaches, and the account administrator. */
export const seesEverybody = ({ role }: Person): boolean => ['teacher', 'assistant', 'admin'].includes(role);

/** Whether somebody may change a course. */
export const mayEdit = ({ role }: Person): boolean => role === 'teacher' || role === 'admin';

/** What a role is called. */
export const ROLE_NAMES = {
  teacher: { nl: 'docent', en: 'teacher' },
  assistant: { nl: 'assistent', en: 'teaching assistant' },
  student: { nl: 'student', en: 'student' },
  observer: { nl: 'ouder of mentor', en: 'parent or mentor' },
  admin: { nl: 'beheerder van het LMS', en: 'LMS administrator' },
} as const satisfies Record<CourseRole, { nl: string; en: string }>;
