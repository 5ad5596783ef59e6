import type { Db } from '@mgv/service-kit/database';
import type { Registration } from './registration.ts';
import {
  hasDeployments,
  insertDeployment,
  lockRegistration,
  selectOptionalDeployment,
  type TenantRow,
} from './tenants.repository.ts';

/**
 * What happens at the first launch of a deployment: `first` takes the first one of a registration and parks later ones
 * until an admin approves, `accept` takes all, `park` parks all.
 */
export const DEPLOYMENT_POLICIES = ['first', 'accept', 'park'] as const;
export type DeploymentPolicy = (typeof DEPLOYMENT_POLICIES)[number];

/** Whether a deployment may be launched, and whose it is. */
export type Admission = { status: 'active'; tenantId: string } | { status: 'pending' | 'refused' };

interface Ask {
  registration: Registration;
  deploymentId: string;
  policy: DeploymentPolicy;
}

/**
 * Decides on a deployment that is launched. One never seen before is written down as the policy says; of any number of
 * first launches at the same time, on any number of instances, all get the same answer.
 *
 * @see https://www.imsglobal.org/spec/lti/v1p3/#tool-deployment
 */
export async function admitDeployment(db: Db, { registration, deploymentId, policy }: Ask): Promise<Admission> {
  const { id: platformId, issuer, clientId } = registration;
  const known = await selectOptionalDeployment(db, platformId, deploymentId);
  if (known) return admissionOf(known);
  return db.transaction(async (transaction) => {
    await lockRegistration(transaction, issuer, clientId);
    const meanwhile = await selectOptionalDeployment(transaction, platformId, deploymentId);
    if (meanwhile) return admissionOf(meanwhile);
    const accepted = policy === 'accept' || (policy === 'first' && !(await hasDeployments(transaction, platformId)));
    const status = accepted ? 'active' : 'pending';
    return admissionOf(await insertDeployment(transaction, { platformId, deploymentId, status }));
  });
}

const admissionOf = ({ id, status }: TenantRow): Admission =>
  status === 'active' ? { status, tenantId: id } : { status };
