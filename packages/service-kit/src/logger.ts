import { type DestinationStream, type LoggerOptions, pino, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** Keys whose values never reach a log, at the top and one level down. */
const SECRET = ['authorization', 'cookie', 'token', 'id_token', 'state', 'name', 'email', 'comment', 'answer', 'text'];

/**
 * A JSON logger. Errors are logged by type, code, message and stack; request bodies never.
 *
 * @param service - 'lti', 'grading' or 'demo-lms'.
 * @param destination - Takes the lines; standard output when not given.
 */
export function createLogger(service: string, level = 'info', destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET.flatMap((key) => [key, `*.${key}`]), censor: '[removed]' },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error's outline without parameters, bodies or other data that drivers hang on it. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const query = error.message.startsWith('Failed query');
  return {
    type: error.name,
    code,
    message: query ? 'a query failed' : error.message,
    stack: query ? undefined : error.stack,
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}
