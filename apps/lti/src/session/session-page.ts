import { PageDataSchema } from '@mgv/contracts';
import type { Response } from 'express';
import { z } from 'zod';
import { createSigner, type Signer } from '../login/signed-text.ts';
import { hashOf } from '../login/secrets.ts';
import { sendPage } from '../pages/app-page.ts';
import type { PageAssets, PageName } from '../pages/page-assets.ts';

/** A session's page, as it was first sent. */
export const SessionPageSchema = z.strictObject({
  data: PageDataSchema.omit({ token: true, resume: true }),
  /** Origins that may frame it. */
  frameAncestors: z.array(z.string()),
  /** Origins that its forms may go to, beside our own. */
  formAction: z.array(z.string()),
});
export type SessionPage = z.infer<typeof SessionPageSchema>;

/** What a page keeps so that a reload can go on: which session, and what its page was. */
export const TicketSchema = z.strictObject({ tokenHash: z.string(), page: SessionPageSchema });

/** How pages are sent and found again after a reload. */
export interface SessionPages {
  send: (res: Response, token: string, page: SessionPage) => void;
  /** Who may frame the page that a reload asks for; nobody when we did not say so ourselves. */
  openFraming: (sealed: string) => readonly string[];
  /** `null` for a ticket that is not ours. */
  openTicket: (sealed: string) => z.infer<typeof TicketSchema> | null;
}

/** @param secret - Shared by all instances. */
export function createSessionPages(secret: string, assets: Record<PageName, PageAssets>): SessionPages {
  const framing: Signer = createSigner(secret, 'frame ancestors');
  const tickets: Signer = createSigner(secret, 'session ticket');
  return {
    send: (res, token, page) => {
      const { data, frameAncestors, formAction } = page;
      const resume = {
        url: `/lti/resume?frame=${framing.seal(frameAncestors)}`,
        ticket: tickets.seal({ tokenHash: hashOf(token), page }),
      };
      sendPage(res, assets[data.page], { data: { ...data, token, resume }, frameAncestors, formAction });
    },
    openFraming: (sealed) => z.array(z.string()).safeParse(framing.open(sealed)).data ?? [],
    openTicket: (sealed) => TicketSchema.safeParse(tickets.open(sealed)).data ?? null,
  };
}
