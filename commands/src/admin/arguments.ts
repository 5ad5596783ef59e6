import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CommandError } from '../running/settings.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command line holds; a repeatable option gives a list. */
export interface Arguments {
  text: (name: string) => string | undefined;
  list: (name: string) => string[];
  flag: (name: string) => boolean;
  rest: string[];
}

/** @throws {CommandError} naming what is wrong and how to get help. */
export function readArguments(args: readonly string[], options: Options, help: string): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const found = (name: string): unknown => values[name];
    return {
      text: (name) => {
        const value = found(name);
        return typeof value === 'string' ? value : undefined;
      },
      list: (name) => {
        const value = found(name);
        return Array.isArray(value) ? value.map(String) : [];
      },
      flag: (name) => found(name) === true,
      rest: positionals,
    };
  } catch (cause) {
    throw new CommandError(`${cause instanceof Error ? cause.message : ''}\nSee: ${help} --help`, { cause });
  }
}
