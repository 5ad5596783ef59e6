import { startPage } from '../shared/start-page.ts';
import '../student/student-page.ts';

void startPage((api, { returnUrl, review }) =>
  Object.assign(document.createElement('mgv-student-page'), { api, returnUrl, review }),
);
