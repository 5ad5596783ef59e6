import { Router } from 'express';
import { selectActivity, selectCourse } from '../courses/course.ts';
import type { Sessions } from '../courses/session.ts';
import { problem } from './launch.problem.ts';
import type { StateStore } from '../storage/state-store.ts';
import type { Tools } from '../tools/tool.ts';
import type { BeginLaunch } from './begin-launch.ts';

interface Deps {
  store: StateStore;
  sessions: Sessions;
  tools: Tools;
  beginLaunch: BeginLaunch;
}

/** `GET /lti/launch/:activityId` opens an activity; `GET /lti/deep-linking` the picker of a tool. */
export function launchRouter({ store, sessions, tools, beginLaunch }: Deps): Router {
  const router = Router();
  router.get('/lti/launch/:activityId', (req, res) => {
    const person = sessions.selectPerson(req);
    const activity = selectActivity(store.state, req.params.activityId);
    const tool = tools.selectOptional(activity.clientId);
    if (!tool) throw problem('tool-inactive');
    const course = selectCourse(store.state, activity.courseId);
    const targetUri = tool.origin + activity.path;
    beginLaunch(req, res, { tool, course, person, message: { type: 'resource-link', activity, targetUri } });
  });
  router.get('/lti/deep-linking', (req, res) => {
    const person = sessions.selectEditor(req);
    const { activity: activityId, course: courseId = '1', tool: clientId } = req.query;
    const activity = activityId === undefined ? null : selectActivity(store.state, activityId);
    const tool = tools.selectOptional(activity?.clientId ?? clientId ?? tools.all()[0]?.clientId);
    if (!tool) throw problem('tool-inactive');
    const course = selectCourse(store.state, activity?.courseId ?? courseId);
    const message = { type: 'deep-linking', activity, targetUri: tool.deepLinkingUrl } as const;
    beginLaunch(req, res, { tool, course, person, message });
  });
  return router;
}
