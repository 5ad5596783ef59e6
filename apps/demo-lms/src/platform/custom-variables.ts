import type { Faults } from '../faults/faults.ts';
import type { PendingLaunch } from './launches.ts';

type Variable = (launch: PendingLaunch) => string | null;

/** Ids as a list: each with its commas and signs encoded, the latest first; empty when there are none. */
const idList = (ids: readonly string[] | undefined): string => (ids ?? []).map(encodeURIComponent).join(',');

/** Variables that a custom parameter may name. One that has no value in a launch stays as it is written. */
const VARIABLES: Record<string, Variable> = {
  'Context.id': ({ course }) => course.id,
  'Context.title': ({ course }) => course.title,
  'Context.label': ({ course }) => course.label,
  'Context.id.history': ({ course }) => idList(course.history),
  'ResourceLink.id': ({ message }) => message.activity?.id ?? null,
  'ResourceLink.title': ({ message }) => message.activity?.title ?? null,
  'ResourceLink.description': ({ message }) => message.activity?.text ?? null,
  'ResourceLink.id.history': ({ message }) => (message.activity ? idList(message.activity.history) : null),
  'ResourceLink.available.startDateTime': ({ message }) => message.activity?.available?.start ?? null,
  'ResourceLink.available.endDateTime': ({ message }) => message.activity?.available?.end ?? null,
  'ResourceLink.submission.startDateTime': ({ message }) => message.activity?.submission?.start ?? null,
  'ResourceLink.submission.endDateTime': ({ message }) => message.activity?.submission?.end ?? null,
  'User.id': ({ person }) => person.id,
  'Person.name.full': ({ person, tool }) => (tool.claims.includes('name') ? person.name : null),
  'Message.locale': ({ language }) => language,
};

/** Names of the variables, as the platform's configuration lists them. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(VARIABLES);

/**
 * Custom parameters of a launch: the tool's, then the activity's over them, with `$Variables` filled in.
 *
 * @see https://www.imsglobal.org/spec/lti/v1p3#customproperty
 */
export function customParameters(launch: PendingLaunch, faults: Faults): Record<string, string> {
  const unknown = [
    ...(faults.contextHistory ? [] : ['Context.id.history']),
    ...(faults.linkHistory ? [] : ['ResourceLink.id.history']),
    ...(faults.privacy === 'anonymous' ? ['Person.name.full'] : []),
  ];
  const fill = (value: string): string => {
    const name = value.startsWith('$') ? value.slice(1) : '';
    return unknown.includes(name) ? value : (VARIABLES[name]?.(launch) ?? value);
  };
  const given = { ...launch.tool.custom, ...launch.message.activity?.custom };
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, fill(value)]));
}
