import { Router } from 'express';
import { parse, ProblemError } from '@mgv/service-kit';
import { z } from 'zod';
import type { Notices } from '../notices/notices.ts';
import { CLAIM } from '../platform/platform.ts';
import type { Course } from '../storage/state.schema.ts';
import type { StateStore } from '../storage/state-store.ts';
import { copyActivity, copyCourse, importCourse } from './copy-course.ts';
import { activityPath, coursePath, selectActivity, selectCourse } from './course.ts';
import type { Sessions } from './session.ts';

interface Deps {
  store: StateStore;
  sessions: Sessions;
  notices: Notices;
}

const ImportSchema = z.object({ from: z.string() });
const WindowSchema = z.object({ newWindow: z.enum(['0', '1']) });

/**
 * Copies: of a course (`…/copy`), of another course's activities (`…/import`), of one activity (`…/copy` behind it); and
 * whether an activity opens in a window (`…/window`). Tools hear of copied courses when they asked for that.
 */
export function copyRouter({ store, sessions, notices }: Deps): Router {
  const router = Router();
  router.post('/courses/:courseId/copy', async (req, res) => {
    sessions.selectEditor(req);
    const source = selectCourse(store.state, req.params.courseId);
    const copy = await store.change((state) => copyCourse(state, source));
    await notices.send('LtiContextCopyNotice', copyClaims(copy, source));
    res.redirect(303, coursePath(copy));
  });
  router.post('/courses/:courseId/import', async (req, res) => {
    sessions.selectEditor(req);
    const into = selectCourse(store.state, req.params.courseId);
    const source = selectCourse(store.state, parse(ImportSchema, req.body ?? {}).from);
    if (source.id === into.id) throw ProblemError.common('invalid-request');
    await store.change((state) => {
      importCourse(state, source, into);
    });
    await notices.send('LtiContextCopyNotice', copyClaims(into, source));
    res.redirect(303, coursePath(into));
  });
  router.post('/courses/:courseId/activities/:id/copy', async (req, res) => {
    sessions.selectEditor(req);
    const source = selectActivity(store.state, req.params.id, req.params.courseId);
    const copy = await store.change((state) => copyActivity(state, source, source.courseId));
    res.redirect(303, activityPath(copy));
  });
  router.post('/courses/:courseId/activities/:id/window', async (req, res) => {
    sessions.selectEditor(req);
    const activity = selectActivity(store.state, req.params.id, req.params.courseId);
    const { newWindow } = parse(WindowSchema, req.body ?? {});
    await store.change(() => (activity.newWindow = newWindow === '1'));
    res.redirect(303, activityPath(activity));
  });
  return router;
}

/** @see https://www.imsglobal.org/spec/lti-pns/v1p0#context-copy-notice */
const copyClaims = ({ id, label, title }: Course, source: Course): Record<string, unknown> => ({
  [`${CLAIM}context`]: { id, label, title, type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection'] },
  [`${CLAIM}origin_contexts`]: [source.id],
});
