import { createPlatformFetch } from '@mgv/service-kit';
import { z } from 'zod';

const ChecksSchema = z.object({
  checks: z.array(z.object({ code: z.string(), rule: z.string(), section: z.string() })).max(200),
});

/** One rule that a tool says it puts every launch through, in its own words. */
export type ToolCheck = z.infer<typeof ChecksSchema>['checks'][number];

const fetchTool = createPlatformFetch({ allowPrivateNetworks: true, timeoutMs: 1000 });

/** The checks that a tool makes known at `/lti/checks`; none when it does not. */
export async function readToolChecks(origin: string): Promise<readonly ToolCheck[]> {
  try {
    const { status, body } = await fetchTool(`${origin}/lti/checks`);
    return status === 200 ? ChecksSchema.parse(JSON.parse(body)).checks : [];
  } catch {
    return [];
  }
}
