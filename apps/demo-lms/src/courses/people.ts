/** What somebody does in the course. */
export type CourseRole = 'teacher' | 'assistant' | 'student';

/** Somebody in the course. Made up, like everything here. */
export interface Person {
  /** Opaque outside this LMS; unique in it alone, as in real ones. */
  id: string;
  givenName: string;
  familyName: string;
  name: string;
  email: string;
  role: CourseRole;
}

const person = (id: string, givenName: string, familyName: string, role: CourseRole): Person => ({
  id,
  givenName,
  familyName,
  name: `${givenName} ${familyName}`,
  email: `${givenName.toLowerCase()}@lms.example`,
  role,
});

/** Everybody in the course. */
export const PEOPLE: readonly Person[] = [
  person('2', 'Tineke', 'Bakker', 'teacher'),
  person('3', 'Amir', 'Haddad', 'assistant'),
  person('4', 'Sam', 'de Vries', 'student'),
  person('5', 'Noor', 'Jansen', 'student'),
  person('6', 'Yusuf', 'Demir', 'student'),
];

/** The students, in the order of the course. */
export const STUDENTS: readonly Person[] = PEOPLE.filter(({ role }) => role === 'student');

/** Somebody by id, or `null`. */
export const selectOptionalPerson = (id: string): Person | null => PEOPLE.find((one) => one.id === id) ?? null;

/** The only course. */
export const COURSE = { id: '1', label: 'GV1', title: 'Gesprekken voeren 1' } as const;

/** What a role is called. */
export const ROLE_NAMES = {
  teacher: { nl: 'docent', en: 'teacher' },
  assistant: { nl: 'assistent', en: 'teaching assistant' },
  student: { nl: 'student', en: 'student' },
} as const satisfies Record<CourseRole, { nl: string; en: string }>;
