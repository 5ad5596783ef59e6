import type { Logger } from '@mgv/service-kit';
import type { LaunchReport } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import type { LaunchChecks } from './launch-checks.ts';

/** Keeps of each activity what was seen at its last launch. */
export interface LaunchReports {
  selectOptional: (activityId: string) => LaunchReport | null;
  begin: (report: Omit<LaunchReport, 'checks'>) => void;
  /** Adds checks to a launch, unless a newer one of the same activity began. */
  add: (launchId: string, checks: LaunchChecks) => void;
}

/** Reports in the state; they are written behind, since a launch does not wait for them. */
export function createLaunchReports(store: StateStore, logger: Logger): LaunchReports {
  const saveLater = (saved: Promise<unknown>): void => {
    saved.catch((error: unknown) => {
      logger.error({ err: error }, 'the launch report could not be written');
    });
  };
  return {
    selectOptional: (activityId) => store.state.reports.find((one) => one.activityId === activityId) ?? null,
    begin: (report) => {
      saveLater(
        store.change((state) => {
          state.reports = state.reports.filter(({ activityId }) => activityId !== report.activityId);
          state.reports.push({ ...report, checks: {} });
        }),
      );
    },
    add: (launchId, checks) => {
      saveLater(
        store.change((state) => {
          const report = state.reports.find((one) => one.launchId === launchId);
          if (report) Object.assign(report.checks, checks);
        }),
      );
    },
  };
}
