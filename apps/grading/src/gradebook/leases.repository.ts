import type { Db } from '@mgv/service-kit/database';
import { and, eq, lte } from 'drizzle-orm';
import { deliveryLeases } from './gradebook.schema.ts';

/** Milliseconds that a lease lasts without being renewed: more than twice as long as any one request may take. */
const LEASE_MS = 12_000;

/** The right to deliver for one tenant. */
export interface Lease {
  tenantId: string;
  owner: string;
}

/** Takes the lease of a tenant; `null` while another has it. */
export async function takeLease(db: Db, tenantId: string, at: Date): Promise<Lease | null> {
  const owner = crypto.randomUUID();
  const until = new Date(at.getTime() + LEASE_MS);
  const rows = await db
    .insert(deliveryLeases)
    .values({ tenantId, owner, until })
    .onConflictDoUpdate({
      target: deliveryLeases.tenantId,
      set: { owner, until },
      setWhere: lte(deliveryLeases.until, at),
    })
    .returning({ owner: deliveryLeases.owner });
  return rows.length > 0 ? { tenantId, owner } : null;
}

const held = ({ tenantId, owner }: Lease) =>
  and(eq(deliveryLeases.tenantId, tenantId), eq(deliveryLeases.owner, owner));

/** Makes the lease last from now; false when another has taken it. */
export async function renewLease(db: Db, lease: Lease, at: Date): Promise<boolean> {
  const rows = await db
    .update(deliveryLeases)
    .set({ until: new Date(at.getTime() + LEASE_MS) })
    .where(held(lease))
    .returning({ owner: deliveryLeases.owner });
  return rows.length > 0;
}

/** Gives the lease back. */
export async function releaseLease(db: Db, lease: Lease): Promise<void> {
  await db.delete(deliveryLeases).where(held(lease));
}

/** Ends the leases of a process that died. Only where this process is the only one: on an embedded database. */
export async function deleteLeases(db: Db): Promise<void> {
  await db.delete(deliveryLeases);
}
