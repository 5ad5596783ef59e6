import { readFileSync } from 'node:fs';
import {
  answerFault,
  type Answers,
  AnswersSchema,
  faultPath,
  RubricLevelsSchema,
  type Scenario,
  scoreAttempt,
} from '@mgv/core';
import { conceptIds, loadCurriculum, parseScenarioFile } from '@mgv/content';
import { z } from 'zod';
import { CommandError, runCommand } from './running/settings.ts';

const HELP = `Usage:
  npm run -s mgv -- check FILE …
      Checks scenario files: their shape, and what a schema cannot see. Prints every fault with its path.
  npm run -s mgv -- score FILE ANSWERS.json
      Scores answers to a scenario and prints the points as JSON. ANSWERS.json holds
        { "answers": { "STEP": { "kind": "choice", "picked": ["OPTION"] },
                       "STEP": { "kind": "classify", "placed": { "ITEM": "LABEL" } },
                       "STEP": { "kind": "respond", "text": "…" } },
          "levels": { "STEP": { "CRITERION": 2 } } }
      "levels" are the trainer's, counted from 0, and may be left out.

Exit code 0: all is well. 1: faults were found. The format: docs/scenario-format.md.`;

const AnswerFileSchema = z.strictObject({
  answers: AnswersSchema,
  levels: z.record(z.string(), RubricLevelsSchema).default({}),
});

function check(files: readonly string[]): void {
  if (files.length === 0) throw new CommandError(`Name at least one file.\n\n${HELP}`);
  const concepts = conceptIds(loadCurriculum());
  let faults = 0;
  for (const file of files) {
    const parsed = parseScenarioFile(file, concepts);
    if (parsed.ok) {
      const { maximum } = scoreAttempt(parsed.scenario, {});
      console.log(`${file}: no faults (${String(parsed.scenario.steps.length)} steps, ${String(maximum)} points)`);
      continue;
    }
    faults += parsed.faults.length;
    for (const { path, code, message } of parsed.faults) console.error(`${file}: ${path}: ${message} (${code})`);
  }
  if (faults > 0) throw new CommandError(`${String(faults)} fault(s) found.`);
}

function readScenario(file: string): Scenario {
  const parsed = parseScenarioFile(file, conceptIds(loadCurriculum()));
  if (parsed.ok) return parsed.scenario;
  throw new CommandError(parsed.faults.map(({ path, message }) => `${file}: ${path}: ${message}`).join('\n'));
}

function readAnswers(file: string): z.infer<typeof AnswerFileSchema> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new CommandError(`${file}: ${cause instanceof Error ? cause.message : 'cannot be read'}`, { cause });
  }
  const parsed = AnswerFileSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${file}: ${faultPath(path)}: ${message}`);
  throw new CommandError(lines.join('\n'));
}

function answerFaults(scenario: Scenario, answers: Answers, file: string): string[] {
  return Object.entries(answers).flatMap(([step, answer]) => {
    const fault = answerFault(scenario, step, answer);
    return fault === null ? [] : [`${file}: answers.${step}: ${fault}`];
  });
}

function score([scenarioFile, answersFile, ...rest]: readonly string[]): void {
  if (scenarioFile === undefined || answersFile === undefined || rest.length > 0) {
    throw new CommandError(`Name a scenario file and a file with answers.\n\n${HELP}`);
  }
  const scenario = readScenario(scenarioFile);
  const { answers, levels } = readAnswers(answersFile);
  const faults = answerFaults(scenario, answers, answersFile);
  const steps = new Set(scenario.steps.map(({ id }) => id));
  for (const step of Object.keys(levels))
    if (!steps.has(step)) faults.push(`${answersFile}: levels.${step}: unknown-step`);
  if (faults.length > 0) throw new CommandError(faults.join('\n'));
  try {
    console.log(JSON.stringify(scoreAttempt(scenario, answers, levels), null, 2));
  } catch (cause) {
    throw new CommandError(`${answersFile}: levels: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}

/** `npm run -s mgv -- …`: the author's commands. */
await runCommand(() => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined || args.includes('--help') || command === '--help' || command === 'help') console.log(HELP);
  else if (command === 'check') check(args);
  else if (command === 'score') score(args);
  else throw new CommandError(`There is no command "${command}".\n\n${HELP}`);
  return Promise.resolve();
});
