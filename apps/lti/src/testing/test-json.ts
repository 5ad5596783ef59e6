import { z } from 'zod';

const JsonSchema = z.record(z.string(), z.unknown());

/** The JSON object of an answer. */
export const jsonOf = async (answer: Response): Promise<Record<string, unknown>> =>
  JsonSchema.parse(await answer.json());
